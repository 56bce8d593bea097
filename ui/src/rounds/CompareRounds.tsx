// What changed between two rounds, or since one: as a list and on the map.
// Relies on Rust for the difference. Points that are gone stand in the list alone.
import { Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { backend, toCallError } from '../backend';
import { ChangeList } from '../compare/ChangeList';
import { ChangeMap } from '../compare/ChangeMap';
import type { ChangeKind, LevelChange } from '../compare/changes';
import type { RoundChange, RoundDiff, RoundView } from '../ipc';
import { notifyError } from '../state/notices';
import { useProject } from '../state/store';
import { useWords } from '../words';

const NOW = 'now';

function changesOf(diff: RoundDiff): LevelChange[] {
  const of = (kind: ChangeKind, rows: readonly RoundChange[]) =>
    rows.map((row) => ({
      point: row.point,
      code: row.code,
      name: row.name,
      kind,
      before: row.before,
      after: row.after,
      scoreBefore: row.score_before || null,
      scoreAfter: row.score_after || null,
    }));
  return [
    ...of('raised', diff.raised),
    ...of('new', diff.new),
    ...of('lowered', diff.lowered),
    ...of('gone', diff.gone),
  ];
}

export function CompareRounds({ rounds }: { rounds: readonly RoundView[] }) {
  const w = useWords();
  const approved = rounds.map((own) => own.round).filter((round) => round.state === 'approved');
  const [first, second] = approved;
  const [wishedBefore, setBefore] = useState<string | null>(null);
  const [wishedAfter, setAfter] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const known = (id: string | null) => approved.some((round) => round.id === id) || id === NOW;
  const before = known(wishedBefore) ? wishedBefore : ((second ?? first)?.id ?? null);
  const after = known(wishedAfter) ? wishedAfter : second && first ? first.id : NOW;
  const diff = useDiff(before, after);
  const changes = useMemo(() => (diff ? changesOf(diff) : []), [diff]);
  const options = approved.map((round) => ({ value: round.id, label: round.name }));
  return (
    <section className="card" data-testid="round-compare">
      <header>
        <h2>{w.rounds.compare}</h2>
        <p>{w.rounds.compareText}</p>
      </header>
      {before === null ? (
        <p className="faint">{w.rounds.needTwo}</p>
      ) : (
        <>
          <div className="compare-choose">
            <Select
              value={before}
              options={options}
              aria-label={w.rounds.before}
              onChange={(id: string) => setBefore(id)}
              data-testid="round-before"
            />
            <span>→</span>
            <Select
              value={after}
              options={[{ value: NOW, label: w.rounds.now }, ...options]}
              aria-label={w.rounds.after}
              onChange={(id: string) => setAfter(id)}
              data-testid="round-after"
            />
            {diff ? <span className="faint">{w.rounds.unchanged(diff.unchanged)}</span> : null}
          </div>
          {diff && changes.length === 0 ? <p>{w.rounds.same}</p> : null}
          {changes.length > 0 ? (
            <div className="compare">
              <ChangeList changes={changes} chosen={chosen} onChoose={setChosen} />
              <ChangeMap changes={changes} chosen={chosen} onChoose={setChosen} />
            </div>
          ) : null}
        </>
      )}
    </section>
  );
}

function useDiff(before: string | null, after: string | null): RoundDiff | null {
  const step = useProject((state) => state.project?.step);
  const basis = useProject((state) => state.project?.basis ?? 'existing');
  const [diff, setDiff] = useState<RoundDiff | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: "now" changes with each step
  useEffect(() => {
    let over = false;
    if (!before || !after) return;
    const side = (id: string) => (id === NOW ? null : id);
    backend()
      .call('diff-rounds', { before: side(before), after: side(after), basis })
      .then(
        (own) => {
          if (!over) setDiff(own);
        },
        (thrown) => {
          if (over) return;
          const { api } = toCallError(thrown);
          setDiff(null);
          // An approval that was taken back just now is no news to whoever took it back.
          if (api.code !== 'not-approved') notifyError(api);
        },
      );
    return () => {
      over = true;
    };
  }, [before, after, basis, step]);
  return diff;
}
