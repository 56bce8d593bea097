// Why something has its colour: from the place down to what each assessor chose.
// Relies on `why`, which names every link of the chain. Computes nothing.
import { Modal } from 'antd';
import { useEffect, useState } from 'react';
import { backend, toCallError } from '../backend';
import { openDanger } from '../inspect/state';
import type { RowId, Why } from '../ipc';
import { LevelChip, useLevelName } from '../parts/Level';
import { goTo } from '../state/go';
import { notifyError } from '../state/notices';
import { usePick, useVocabulary } from '../state/settings';
import { useProject, useSurface } from '../state/store';
import { useWords } from '../words';
import { Link } from './Link';
import { WhyPlace } from './WhyPlace';
import { WhyScore } from './WhyScore';

export function WhyDialog({ row }: { row: RowId }) {
  const w = useWords();
  const pick = usePick();
  const { levels } = useVocabulary();
  const why = useWhy(row);
  const close = () => useSurface.setState({ why: null });
  const level = levels.find((own) => own.value === why?.level);
  return (
    <Modal
      open
      width={680}
      title={level ? w.why.title(pick(level.colour)) : w.why.titleNone}
      footer={null}
      onCancel={close}
      style={{ top: 48 }}
      destroyOnHidden
    >
      {why ? <Chain why={why} onClose={close} /> : <div className="why-wait" />}
    </Modal>
  );
}

/** Asked for again after each step, so that a score that changes below changes here. */
function useWhy(row: RowId): Why | null {
  const step = useProject((state) => state.project?.step);
  const [why, setWhy] = useState<Why | null>(null);
  const { table, id } = row;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step may change the answer
  useEffect(() => {
    let over = false;
    backend()
      .call('why', { row: { table, id } })
      .then(
        (answer) => {
          if (!over) setWhy(answer);
        },
        (thrown) => {
          notifyError(toCallError(thrown).api);
          useSurface.setState({ why: null });
        },
      );
    return () => {
      over = true;
    };
  }, [table, id, step]);
  return why;
}

function Chain({ why, onClose }: { why: Why; onClose: () => void }) {
  const w = useWords();
  const pick = usePick();
  const name = useLevelName();
  const { bases } = useVocabulary();
  const base = bases.find((own) => own.value === why.basis);
  const { point } = why;
  const toPoint = () => {
    if (!point) return;
    onClose();
    goTo({ table: 'risk_point', id: point.id });
  };
  return (
    <div className="why-chain" data-testid="why-chain">
      <div className="why-head">
        <LevelChip level={why.level} />
        <b>{why.title}</b>
        <span className="faint">
          {name(why.level)} · {base ? pick(base.name) : ''}
        </span>
      </div>
      <ol>
        {why.counts ? <WhyPlace counts={why.counts} /> : null}
        {point && why.counts ? (
          <Link title={w.why.decidingPoint} level={point.level}>
            <button type="button" className="link" onClick={toPoint} data-testid="why-point">
              {point.title}
            </button>
          </Link>
        ) : null}
        {point?.determination ? (
          <Link title={w.why.direct} level={point.determination.row.level}>
            <p>{pick(point.determination.condition)}</p>
            <p className="faint">
              {[
                point.determination.row.reason,
                point.determination.person,
                point.determination.row.decided_on,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {point.computed ? <p className="faint">{w.why.wouldBe(name(point.computed))}</p> : null}
          </Link>
        ) : null}
        {point && point.dangers.length > 0 ? (
          <Link title={w.why.danger} level="major">
            {point.dangers.map((own) => (
              <p key={own.id}>
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    onClose();
                    openDanger(own.id);
                  }}
                  data-testid="why-danger"
                >
                  {own.code} {own.description}
                </button>
                <span className="faint">
                  {` ${[pick(own.state), own.deadline ? w.why.until(own.deadline) : ''].filter(Boolean).join(' · ')}`}
                </span>
              </p>
            ))}
            <p className="faint">{w.why.dangerText}</p>
          </Link>
        ) : null}
        {point ? <WhyScore point={point} basis={why.basis} /> : null}
        {!point || point.reason === 'unassessed' ? (
          <Link title={w.why.nothing}>{w.why.nothingText}</Link>
        ) : null}
      </ol>
    </div>
  );
}
