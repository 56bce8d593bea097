// A part of the drawing: what it is, its words, its thickness or size, its layer.
// Relies on plain columns; shapes are changed on the plan.

import { metres, squareMetres } from '../format';
import type { PlanElement } from '../ipc';
import { ChoiceField, NumberField, TextField } from '../parts/fields';
import { CLOSED } from '../plan/boxes';
import { areaOf, distance } from '../plan/geometry';
import { useTable } from '../state/rows';
import { usePick, useVocabulary } from '../state/settings';
import { useView } from '../state/store';
import { type Dictionary, useWords } from '../words';
import { Band } from './Band';
import { Section } from './Section';

function sizeLabel(kind: PlanElement['kind'], w: Dictionary): string | null {
  switch (kind) {
    case 'wall':
    case 'window':
      return w.element.thickness;
    case 'label':
      return w.element.letters;
    case 'symbol':
      return w.element.width;
    default:
      return null;
  }
}

export function ElementInspector({ element }: { element: PlanElement }) {
  const w = useWords();
  const pick = usePick();
  const { element_kinds, symbols } = useVocabulary();
  const layers = useTable('plan_layer');
  const naming = useView((view) => view.naming === element.id);
  const row = { table: 'plan_element' as const, id: element.id };
  const kind = element_kinds.find((own) => own.value === element.kind);
  const size = sizeLabel(element.kind, w);
  return (
    <>
      <Band level={null} plain left={w.element.title} title={kind ? pick(kind.name) : element.kind} />
      <div className="inspector-body" data-testid="element-inspector">
        <div className="form pad">
          {element.kind === 'symbol' ? (
            <ChoiceField
              row={row}
              column="text"
              value={element.text}
              label={w.element.symbol}
              choices={symbols.map((own) => ({ value: own.value, label: pick(own.name) }))}
              wide
              testid="element-symbol"
            />
          ) : element.kind === 'label' || element.kind === 'dimension' || element.kind === 'route' ? (
            <TextField
              row={row}
              column="text"
              value={element.text}
              label={w.element.text}
              wide
              autoFocus={naming}
              onFocused={() => useView.setState({ naming: null })}
              testid="element-text"
            />
          ) : null}
          {size ? (
            <NumberField row={row} column="size" value={element.size} label={size} testid="element-size" />
          ) : null}
          {layers.size > 0 ? (
            <ChoiceField
              row={row}
              column="layer_id"
              value={element.layer_id}
              label={w.element.layer}
              choices={[...layers.values()]
                .sort((a, b) => a.ordinal - b.ordinal)
                .map((layer) => ({ value: layer.id, label: layer.name }))}
              empty={w.element.ground}
              testid="element-layer"
            />
          ) : null}
        </div>
        <Section title={w.element.length}>
          <p className="faint">{measureOf(element, w)}</p>
        </Section>
      </div>
    </>
  );
}

function measureOf({ kind, line }: PlanElement, w: Dictionary): string {
  const total = line.reduce(
    (sum, at, index) => sum + (index > 0 ? distance(line[index - 1] ?? at, at) : 0),
    0,
  );
  const area = CLOSED.has(kind) && line.length > 2 ? squareMetres(areaOf([line])) : '';
  const shown = kind === 'dimension' && line[0] && line[1] ? distance(line[0], line[1]) : total;
  return [line.length > 1 ? metres(shown) : '', area, w.element.points(line.length)]
    .filter(Boolean)
    .join(' · ');
}
