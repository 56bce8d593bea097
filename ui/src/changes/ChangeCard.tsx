// One change: its points to be looked at again, what is out of date, and its closing.
// Relies on Rust for what is out of date. A change whose points are all settled can be closed.
import { Input, Modal } from 'antd';
import { useState } from 'react';
import type { ChangedPointView, ChangeView } from '../ipc';
import { Labelled } from '../parts/fields';
import { Icon } from '../parts/icons';
import { PersonField } from '../parts/PersonField';
import { attempt } from '../state/actions';
import { goTo } from '../state/go';
import { usePick, useVocabulary } from '../state/settings';
import { useProject } from '../state/store';
import { useWords } from '../words';

export function ChangeCard({ change }: { change: ChangeView }) {
  const w = useWords();
  const pick = usePick();
  const { change_kinds } = useVocabulary();
  const { record } = change;
  const [closing, setClosing] = useState(false);
  const kind = change_kinds.find((own) => own.value === record.kind);
  const closed = record.closed_on !== null;
  return (
    <section className="card change-card" data-testid="change" data-open={change.open} data-closed={closed}>
      <header>
        <h2>{record.title}</h2>
        <p>{[kind ? pick(kind.name) : '', record.happened_on ?? ''].filter(Boolean).join(' · ')}</p>
        <span className="grow" />
        <span className="faint">
          {closed
            ? w.changes.closed(record.closed_on ?? '')
            : w.changes.openCount(change.open, change.points.length)}
        </span>
        {closed ? null : (
          <>
            <button
              type="button"
              className="secondary"
              disabled={change.open > 0}
              title={change.open > 0 ? w.changes.stillOpen(change.open) : undefined}
              onClick={() => setClosing(true)}
              data-testid="change-close"
            >
              {w.changes.close}
            </button>
            <button
              type="button"
              className="ib tiny"
              title={w.changes.remove}
              onClick={() =>
                void attempt({ type: 'remove', rows: [{ table: 'change_record', id: record.id }] })
              }
            >
              <Icon name="close" size={13} />
            </button>
          </>
        )}
      </header>
      {record.description ? <p className="change-text">{record.description}</p> : null}
      {change.round ? <p className="faint">{w.changes.round(change.round)}</p> : null}
      {record.conclusion ? <p className="change-text">{record.conclusion}</p> : null}
      <Points change={change} />
      {closed ? null : <Outdated change={change} />}
      {closing ? <CloseDialog id={record.id} title={record.title} onDone={() => setClosing(false)} /> : null}
    </section>
  );
}

const NOTHING: ReadonlySet<string> = new Set();

function Points({ change }: { change: ChangeView }) {
  const w = useWords();
  const [wished, setWished] = useState<ReadonlySet<string>>(NOTHING);
  const [settling, setSettling] = useState(false);
  const open = change.points.filter((own) => own.settled_on === '');
  const picked = open.filter((own) => wished.has(own.point)).map((own) => own.point);
  const toggle = (point: string) => {
    const next = new Set(wished);
    if (!next.delete(point)) next.add(point);
    setWished(next);
  };
  if (change.points.length === 0) return null;
  return (
    <>
      <div className="change-head">
        <h3>{w.changes.points}</h3>
        {open.length > 0 ? (
          <>
            <button
              type="button"
              className="link"
              onClick={() =>
                setWished(picked.length === open.length ? NOTHING : new Set(open.map((own) => own.point)))
              }
              data-testid="change-all"
            >
              {w.control.pickAll}
            </button>
            <button
              type="button"
              className="secondary"
              disabled={picked.length === 0}
              onClick={() => setSettling(true)}
              data-testid="change-settle"
            >
              <Icon name="check" size={12} /> {w.changes.settle(picked.length)}
            </button>
          </>
        ) : null}
      </div>
      <ul className="change-points">
        {change.points.map((own) => (
          <PointRow
            key={own.point}
            point={own}
            picked={wished.has(own.point)}
            onToggle={() => toggle(own.point)}
          />
        ))}
      </ul>
      {settling ? (
        <SettleDialog change={change.record.id} points={picked} onDone={() => setSettling(false)} />
      ) : null}
    </>
  );
}

interface PointProps {
  point: ChangedPointView;
  picked: boolean;
  onToggle: () => void;
}

function PointRow({ point, picked, onToggle }: PointProps) {
  const w = useWords();
  const there = useProject((state) => state.project?.points.has(point.point) ?? false);
  const settled = point.settled_on !== '';
  return (
    <li data-settled={settled || undefined} data-testid="change-point">
      {settled ? (
        <Icon name="check" size={13} />
      ) : (
        <input type="checkbox" checked={picked} onChange={onToggle} aria-label={point.name} />
      )}
      <button
        type="button"
        className="link"
        disabled={!there}
        onClick={() => goTo({ table: 'risk_point', id: point.point })}
      >
        {point.code} {point.name}
      </button>
      {point.edited ? <em>{w.changes.edited}</em> : null}
      <span className="faint">
        {settled
          ? [w.changes.settled(point.settled_on, point.settled_by), point.note].filter(Boolean).join('　')
          : ''}
      </span>
    </li>
  );
}

function Outdated({ change }: { change: ChangeView }) {
  const w = useWords();
  const pick = usePick();
  const { measures, check_items, prints } = change;
  if (measures.length + check_items.length + prints.length === 0)
    return <p className="faint">{w.changes.nothingOutdated}</p>;
  return (
    <div className="change-outdated" data-testid="change-outdated">
      <h3>{w.changes.outdated}</h3>
      <Fold title={w.changes.measures(measures.length)} count={measures.length}>
        {measures.map((own) => (
          <li key={own.measure}>
            <em>{own.code}</em> {own.content}
          </li>
        ))}
      </Fold>
      <Fold title={w.changes.checkItems(check_items.length)} count={check_items.length}>
        {check_items.map((own) => (
          <li key={own.id}>{own.content}</li>
        ))}
      </Fold>
      <Fold title={w.changes.prints(prints.length)} count={prints.length}>
        {prints.map((own) => (
          <li key={`${own.kind}/${own.what}`}>
            {pick(own.title)} <em>{own.what}</em>
          </li>
        ))}
      </Fold>
    </div>
  );
}

function Fold({ title, count, children }: { title: string; count: number; children: React.ReactNode }) {
  if (count === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul>{children}</ul>
    </details>
  );
}

interface SettleProps {
  change: string;
  points: readonly string[];
  onDone: () => void;
}

function SettleDialog({ change, points, onDone }: SettleProps) {
  const w = useWords();
  const [by, setBy] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const save = async () => {
    const done = await attempt({
      type: 'settle-change',
      change,
      points: [...points],
      by,
      note: note.trim(),
    });
    if (done) onDone();
  };
  return (
    <Modal
      open
      width={440}
      title={w.changes.settle(points.length)}
      onCancel={onDone}
      onOk={() => void save()}
      okText={w.changes.settle(points.length)}
      cancelText={w.common.cancel}
      okButtonProps={{ 'data-testid': 'settle-go' }}
    >
      <div className="form">
        <PersonField label={w.changes.by} value={by} onChange={setBy} testid="settled-by" />
        <Labelled label={w.changes.note} wide>
          {(id) => (
            <Input.TextArea
              id={id}
              value={note}
              autoSize={{ minRows: 2, maxRows: 6 }}
              placeholder={w.changes.noteHint}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Labelled>
      </div>
    </Modal>
  );
}

function CloseDialog({ id, title, onDone }: { id: string; title: string; onDone: () => void }) {
  const w = useWords();
  const [conclusion, setConclusion] = useState('');
  const save = async () => {
    if (await attempt({ type: 'close-change', change: id, conclusion: conclusion.trim() })) onDone();
  };
  return (
    <Modal
      open
      width={440}
      title={w.changes.closeTitle(title)}
      onCancel={onDone}
      onOk={() => void save()}
      okText={w.changes.close}
      cancelText={w.common.cancel}
      okButtonProps={{ 'data-testid': 'close-go' }}
    >
      <div className="form">
        <Labelled label={w.changes.conclusion} wide>
          {(field) => (
            <Input.TextArea
              id={field}
              value={conclusion}
              autoSize={{ minRows: 2, maxRows: 6 }}
              onChange={(event) => setConclusion(event.target.value)}
              data-testid="close-conclusion"
            />
          )}
        </Labelled>
      </div>
    </Modal>
  );
}
