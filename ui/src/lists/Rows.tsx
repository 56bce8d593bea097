// What would become of each row: new, changed, unchanged, refused with the reason; and where the sheet disagrees.
// Relies on the proposal; lists of any length are drawn by what is in view.
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { ListOutcome, ListProposal } from '../ipc';
import { useVirtual } from '../list/virtual';
import { useSettings } from '../state/settings';
import { useWords } from '../words';
import { useJob } from './job';

const OUTCOMES: readonly ListOutcome[] = ['created', 'updated', 'unchanged', 'refused'];
type Part = 'rows' | 'disagreements' | 'skipped' | 'notes';

export function Rows() {
  const w = useWords();
  const proposal = useJob((job) => job.proposal);
  const [part, setPart] = useState<Part>(() => (proposal && proposal.notes.length > 0 ? 'notes' : 'rows'));
  if (!proposal) return null;
  const counts: Record<Part, number> = {
    rows: proposal.rows,
    disagreements: proposal.disagreements.length,
    skipped: proposal.skipped.length,
    notes: proposal.notes.length,
  };
  const parts: Part[] = ['notes', 'rows', 'disagreements', 'skipped'];
  const shown = counts[part] > 0 ? part : 'rows';
  return (
    <div className="list-rows" data-testid="list-rows">
      <div className="preset-tabs" role="tablist">
        {parts
          .filter((own) => own === 'rows' || counts[own] > 0)
          .map((own) => (
            <button
              key={own}
              type="button"
              role="tab"
              aria-selected={own === shown}
              onClick={() => setPart(own)}
              data-testid={`list-part-${own}`}
            >
              {w.lists.parts[own]} <b>{counts[own]}</b>
            </button>
          ))}
      </div>
      {shown === 'rows' ? <Outcomes proposal={proposal} /> : null}
      {shown === 'disagreements' ? <Disagreements proposal={proposal} /> : null}
      {shown === 'skipped' ? <Skipped proposal={proposal} /> : null}
      {shown === 'notes' ? <Notes proposal={proposal} /> : null}
    </div>
  );
}

function Outcomes({ proposal }: { proposal: ListProposal }) {
  const w = useWords();
  const english = useSettings((state) => state.language === 'en');
  const [only, setOnly] = useState<ListOutcome | null>(null);
  const reasons = useMemo(
    () => new Map(proposal.refused.map((own) => [own.row, english ? own.english : own.reason])),
    [proposal, english],
  );
  const disagreeing = useMemo(() => {
    const rows = new Map<number, string>();
    for (const own of proposal.disagreements)
      rows.set(
        own.row,
        [rows.get(own.row), `${own.column} ${own.sheet} → ${own.computed}`].filter(Boolean).join('；'),
      );
    return rows;
  }, [proposal]);
  const rows = useMemo(
    () => proposal.outcomes.filter((own) => only === null || own.outcome === only),
    [proposal, only],
  );
  const count = (outcome: ListOutcome) =>
    outcome === 'refused' ? proposal.refused.length : proposal[outcome];
  return (
    <>
      <div className="outcome-chips">
        {OUTCOMES.map((outcome) => (
          <button
            key={outcome}
            type="button"
            aria-pressed={only === outcome}
            data-outcome={outcome}
            disabled={count(outcome) === 0}
            onClick={() => setOnly(only === outcome ? null : outcome)}
            data-testid={`outcome-${outcome}`}
          >
            {w.lists.outcomes[outcome]} <b>{count(outcome)}</b>
          </button>
        ))}
      </div>
      <Table
        heads={
          proposal.subject === 'staff'
            ? [w.lists.row, w.lists.outcome, w.lists.person, w.lists.detail, w.lists.reason]
            : [w.lists.row, w.lists.outcome, w.lists.point, w.lists.hazard, w.lists.reason]
        }
        kind="outcomes"
        count={rows.length}
        line={(index) => {
          const own = rows[index];
          if (!own) return null;
          const reason = reasons.get(own.row) ?? disagreeing.get(own.row) ?? '';
          return (
            <div className="line-cells" data-testid="list-row" data-outcome={own.outcome}>
              <span className="row-number">{own.row}</span>
              <span>
                <em data-outcome={own.outcome}>{w.lists.outcomes[own.outcome]}</em>
              </span>
              <span title={own.point}>{own.point}</span>
              <span title={own.hazard}>{own.hazard}</span>
              <span title={reason} className={own.outcome === 'refused' ? 'bad' : 'faint'}>
                {reason}
              </span>
            </div>
          );
        }}
      />
    </>
  );
}

function Disagreements({ proposal }: { proposal: ListProposal }) {
  const w = useWords();
  const rows = proposal.disagreements;
  return (
    <>
      <p className="faint">{w.lists.disagreementText}</p>
      <Table
        heads={[w.lists.row, w.lists.column, w.lists.inSheet, w.lists.computed]}
        kind="disagreements"
        count={rows.length}
        line={(index) => {
          const own = rows[index];
          return own ? (
            <div className="line-cells" data-testid="list-disagreement">
              <span className="row-number">{own.row}</span>
              <span>{own.column}</span>
              <span>
                <del>{own.sheet}</del>
              </span>
              <span>
                <b>{own.computed}</b>
              </span>
            </div>
          ) : null;
        }}
      />
    </>
  );
}

function Skipped({ proposal }: { proposal: ListProposal }) {
  const w = useWords();
  const rows = proposal.skipped;
  return (
    <Table
      heads={[w.lists.row, w.lists.reason, '']}
      kind="skipped"
      count={rows.length}
      line={(index) => {
        const own = rows[index];
        return own ? (
          <div className="line-cells">
            <span className="row-number">{own.row}</span>
            <span>{w.lists.skipped[own.reason] ?? own.reason}</span>
            <span title={own.text}>{own.text}</span>
          </div>
        ) : null;
      }}
    />
  );
}

function Notes({ proposal }: { proposal: ListProposal }) {
  const english = useSettings((state) => state.language === 'en');
  return (
    <ul className="list-notes">
      {proposal.notes.map((own) => (
        <li key={`${own.code}${own.english}`}>{english ? own.english : own.chinese}</li>
      ))}
    </ul>
  );
}

const LINE = 30;

interface TableProps {
  heads: readonly string[];
  kind: string;
  count: number;
  line: (index: number) => ReactNode;
}

function Table({ heads, kind, count, line }: TableProps) {
  const w = useWords();
  const box = useRef<HTMLDivElement>(null);
  const { first, last } = useVirtual(box, count, LINE);
  return (
    <div className="line-table" data-kind={kind}>
      <div className="line-cells heads">
        {heads.map((head, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: heads have no other identity
          <span key={index}>{head}</span>
        ))}
      </div>
      <div className="line-rows" ref={box}>
        {count === 0 ? <p className="faint pad">{w.lists.nothingOf}</p> : null}
        <div style={{ height: count * LINE, position: 'relative' }}>
          {Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at).map((index) => (
            <div key={index} className="line" style={{ top: index * LINE }}>
              {line(index)}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
