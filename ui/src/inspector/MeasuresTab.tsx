// The measures of each hazard in the five categories, in their fixed order.
// Relies on the vocabulary for the categories and their marks.
import { Input } from 'antd';
import { useState } from 'react';
import { MeasureMenu, MeasureTags, makeCheckItems } from '../control/MeasureMenu';
import type { ControlMeasure, HazardDetail, MarkedEntry, PointDetail } from '../ipc';
import { Empty } from '../parts/Empty';
import { setField } from '../parts/fields';
import { Icon } from '../parts/icons';
import { useDraft } from '../parts/useDraft';
import { attempt, execute } from '../state/actions';
import { usePick, useVocabulary } from '../state/settings';
import { useView } from '../state/store';
import { useWords } from '../words';

export function MeasuresTab({ detail }: { detail: PointDetail }) {
  const w = useWords();
  if (detail.hazards.length === 0) {
    return (
      <Empty title={w.measure.noHazardsTitle} text={w.measure.noHazardsText}>
        <button type="button" className="primary" onClick={() => useView.setState({ tab: 'hazards' })}>
          {w.hazard.add}
        </button>
      </Empty>
    );
  }
  return (
    <>
      {detail.hazards.map((hazard) => (
        <HazardMeasures key={hazard.hazard.id} hazard={hazard} />
      ))}
    </>
  );
}

function HazardMeasures({ hazard }: { hazard: HazardDetail }) {
  const w = useWords();
  const { measure_categories } = useVocabulary();
  return (
    <section className="sec" data-testid="hazard-measures" data-hazard={hazard.hazard.id}>
      <h3>
        <span>{hazard.hazard.description || w.hazard.unnamed}</span>
        {hazard.measures.length > 0 ? (
          <button
            type="button"
            className="link"
            onClick={() => void makeCheckItems(hazard.measures.map((own) => own.id))}
            data-testid="check-items"
          >
            {w.control.checkItems}
          </button>
        ) : null}
      </h3>
      {measure_categories.map((category) => (
        <Category
          key={category.value}
          category={category}
          hazard={hazard.hazard.id}
          measures={hazard.measures.filter((measure) => measure.category === category.value)}
        />
      ))}
    </section>
  );
}

interface CategoryProps {
  category: MarkedEntry;
  hazard: string;
  measures: ControlMeasure[];
}

function Category({ category, hazard, measures }: CategoryProps) {
  const w = useWords();
  const pick = usePick();
  const [adding, setAdding] = useState(false);
  return (
    <div className="measures" data-category={category.value}>
      <div className="measures-head">
        <i>{category.mark}</i>
        <span>{pick(category.name)}</span>
        <button
          type="button"
          className="ib tiny"
          title={w.measure.addTo(pick(category.name))}
          onClick={() => setAdding(true)}
          data-testid={`add-measure-${category.value}`}
        >
          <Icon name="plus" size={13} />
        </button>
      </div>
      {measures.map((measure) => (
        <Measure key={measure.id} measure={measure} />
      ))}
      {adding ? (
        <NewMeasure hazard={hazard} category={category.value} onDone={() => setAdding(false)} />
      ) : null}
    </div>
  );
}

function Measure({ measure }: { measure: ControlMeasure }) {
  const w = useWords();
  const row = { table: 'control_measure' as const, id: measure.id };
  const draft = useDraft(measure.content, (text) => execute(setField(row, 'content', text)));
  const proposed = measure.status === 'proposed';
  return (
    <div className="measure" data-testid="measure" data-status={measure.status}>
      <Input.TextArea
        variant="borderless"
        value={draft.text}
        autoSize={{ minRows: 1, maxRows: 8 }}
        {...(draft.error ? { status: 'error' as const } : {})}
        onChange={(event) => draft.change(event.target.value)}
        onBlur={() => void draft.send()}
        aria-label={w.measure.content}
        data-testid="measure-content"
      />
      <button
        type="button"
        className="status"
        aria-pressed={proposed}
        title={w.measure.statusHint}
        onClick={() => void attempt(setField(row, 'status', proposed ? 'existing' : 'proposed'))}
        data-testid="measure-status"
      >
        {proposed ? w.measure.proposed : w.measure.existing}
      </button>
      <MeasureMenu measure={measure} />
      <button
        type="button"
        className="ib tiny"
        title={w.measure.remove}
        onClick={() => void attempt({ type: 'remove', rows: [row] })}
        data-testid="measure-remove"
      >
        <Icon name="close" size={12} />
      </button>
      <MeasureTags measure={measure} />
    </div>
  );
}

function NewMeasure({ hazard, category, onDone }: { hazard: string; category: string; onDone: () => void }) {
  const w = useWords();
  const [text, setText] = useState('');
  const add = async () => {
    const content = text.trim();
    if (content === '') {
      onDone();
      return;
    }
    const cells = { hazard_id: hazard, category, content };
    if (await attempt({ type: 'add', table: 'control_measure', cells })) setText('');
  };
  return (
    <Input
      autoFocus
      value={text}
      placeholder={w.measure.newHint}
      onChange={(event) => setText(event.target.value)}
      onPressEnter={() => void add()}
      onBlur={() => void add().then(onDone)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
      data-testid="new-measure"
    />
  );
}
