// The layers of plans, seen or not, locked or not, in their order; and the way back for what is locked or hidden here.
// Relies on plain columns. Elements without a layer lie below all layers.

import type { PlanLayer, RowId } from '../../ipc';
import { Icon } from '../../parts/icons';
import { attempt } from '../../state/actions';
import { useTable } from '../../state/rows';
import { useProject, useView } from '../../state/store';
import { useWords } from '../../words';

export function Layers() {
  const w = useWords();
  const layers = useTable('plan_layer');
  const own = [...layers.values()].sort((a, b) => b.ordinal - a.ordinal);
  if (own.length === 0) return null;
  const set = (layer: PlanLayer, column: 'visible' | 'locked', value: boolean) =>
    void attempt({
      type: 'set-field',
      row: { table: 'plan_layer', id: layer.id },
      column,
      value: value ? 1 : 0,
    });
  const raise = async (layer: PlanLayer, above: PlanLayer | undefined) => {
    if (!above) return;
    const row = { table: 'plan_layer' as const, id: layer.id };
    await attempt({ type: 'set-field', row, column: 'ordinal', value: above.ordinal + 1 });
  };
  return (
    <section className="layers" data-testid="layers">
      <p>{w.look.layers}</p>
      <ul>
        {own.map((layer, index) => (
          <li key={layer.id} data-layer={layer.name}>
            <span>{layer.name}</span>
            <button
              type="button"
              className="ib tiny"
              title={w.look.raise}
              disabled={index === 0}
              onClick={() => void raise(layer, own[index - 1])}
              data-testid="layer-raise"
            >
              <Icon name="up" size={13} />
            </button>
            <button
              type="button"
              className="ib tiny"
              title={w.underlay.shown}
              aria-pressed={layer.visible}
              onClick={() => set(layer, 'visible', !layer.visible)}
              data-testid="layer-visible"
            >
              <Icon name="eye" size={13} />
            </button>
            <button
              type="button"
              className="ib tiny"
              title={w.underlay.locked}
              aria-pressed={layer.locked}
              onClick={() => set(layer, 'locked', !layer.locked)}
              data-testid="layer-locked"
            >
              <Icon name="lock" size={13} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function LockedAndHidden() {
  const w = useWords();
  const floor = useView((view) => view.floor);
  const zones = useTable('risk_zone');
  const plan = useProject((state) => (floor ? state.project?.plans.get(floor) : undefined));
  const here = [...zones.values()].filter((zone) => zone.floor_id === floor);
  const rowsWith = (column: 'locked' | 'hidden'): RowId[] => [
    ...here.filter((zone) => zone[column]).map((zone): RowId => ({ table: 'risk_zone', id: zone.id })),
    ...(plan?.elements ?? [])
      .filter((own) => own[column])
      .map((own): RowId => ({ table: 'plan_element', id: own.id })),
  ];
  const [locked, hidden] = [rowsWith('locked'), rowsWith('hidden')];
  const free = (rows: RowId[], column: 'locked' | 'hidden') =>
    void attempt({ type: 'set-fields', rows, field: column, value: 0 });
  return (
    <>
      {locked.length > 0 ? (
        <button
          type="button"
          className="link"
          onClick={() => free(locked, 'locked')}
          data-testid="unlock-all"
        >
          {w.edit.unlockAll(locked.length)}
        </button>
      ) : null}
      {hidden.length > 0 ? (
        <button
          type="button"
          className="link"
          onClick={() => free(hidden, 'hidden')}
          data-testid="unhide-all"
        >
          {w.edit.showAll(hidden.length)}
        </button>
      ) : null}
    </>
  );
}
