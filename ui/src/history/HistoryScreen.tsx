// The operation record: entries at the left, what the chosen one changed at the right, and ways back from there.
// Relies on `history-page` for the filter. The record itself cannot be changed here; going back is a step of its own.
import { useEffect, useState } from 'react';
import { backend, toCallError } from '../backend';
import { pickRecord } from '../filing/pick';
import { useFiling } from '../filing/store';
import { useCalled } from '../filing/useCalled';
import { moment } from '../format';
import type { HistoryQuery, HistoryView } from '../ipc';
import { Empty } from '../parts/Empty';
import { errorText } from '../parts/fields';
import { Icon } from '../parts/icons';
import { Page } from '../screens/Page';
import { written } from '../state/actions';
import { notifyError } from '../state/notices';
import { usePick, useSettings } from '../state/settings';
import { useProject } from '../state/store';
import { useWords } from '../words';
import { bothFileWords, useFileWords } from '../words/file';
import { EntryDetail } from './EntryDetail';
import { NO_FILTER, queryOf, type RecordFilter } from './query';
import { RecordFilters } from './RecordFilters';
import { shownState, Tags } from './Tags';

const PORTION = 200;

export function HistoryScreen() {
  const w = useFileWords();
  const common = useWords();
  const language = useSettings((state) => state.language);
  const step = useProject((state) => state.project?.step);
  const path = useProject((state) => state.project?.file.path);
  const [filter, setFilter] = useState<RecordFilter>(NO_FILTER);
  const [limit, setLimit] = useState(PORTION);
  const [chosen, setChosen] = useState<number | null>(null);
  const query = queryOf(filter, new Date(), limit);
  const { answer, error } = useCalled('history-page', query, JSON.stringify([query, step, path]));
  const entries = answer?.entries ?? [];
  const entry = entries.find((own) => own.sequence === chosen) ?? entries[0] ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins with its newest answer
  useEffect(() => {
    setChosen(null);
    setLimit(PORTION);
  }, [filter]);
  return (
    <Page
      title={common.steps.history}
      text={w.history.text}
      wide
      testid="history"
      aside={
        <>
          <button
            type="button"
            className="secondary"
            disabled={entries.length === 0}
            onClick={() => void printRecord(query, w.history.printTitle, common.steps.history)}
            data-testid="history-print"
          >
            <Icon name="print" size={13} />
            {w.history.print}
          </button>
          <button
            type="button"
            className="secondary"
            disabled={entries.length === 0}
            onClick={() => useFiling.setState({ past: entries[0]?.sequence ?? null })}
            data-testid="history-replay"
          >
            <Icon name="play" size={13} />
            {w.history.replay}
          </button>
        </>
      }
    >
      <RecordFilters filter={filter} actors={answer?.actors ?? []} onFilter={setFilter} />
      {error ? (
        <p className="warn" role="alert">
          {errorText(error, language)}
        </p>
      ) : answer && entries.length === 0 ? (
        <Empty title={w.history.none} text={w.history.noneText} />
      ) : (
        <div className="record">
          <Entries
            entries={entries}
            chosen={entry?.sequence ?? null}
            onChoose={setChosen}
            onMore={entries.length >= limit ? () => setLimit(limit + PORTION) : null}
          />
          {entry ? (
            <EntryDetail
              key={entry.sequence}
              entry={entry}
              onRow={(id, name) => setFilter({ ...NO_FILTER, row: { id, name } })}
            />
          ) : (
            <p className="faint pad">{w.history.choose}</p>
          )}
        </div>
      )}
    </Page>
  );
}

/** Writes what is filtered, all of it and not only what is shown. */
async function printRecord(query: HistoryQuery, title: string, name: string): Promise<void> {
  const to = await pickRecord(title, name);
  if (!to) return;
  try {
    const done = await backend().call('print-record', { path: to, query: { ...query, limit: null } });
    written(
      done.path,
      bothFileWords((words) => words.history.printed),
    );
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
  }
}

interface EntriesProps {
  entries: readonly HistoryView[];
  chosen: number | null;
  onChoose: (sequence: number) => void;
  onMore: (() => void) | null;
}

function Entries({ entries, chosen, onChoose, onMore }: EntriesProps) {
  const w = useFileWords();
  const now = new Date();
  return (
    <div className="record-entries">
      <ol className="history">
        {entries.map((entry) => (
          <Entry
            key={entry.sequence}
            entry={entry}
            now={now}
            chosen={entry.sequence === chosen}
            onChoose={() => onChoose(entry.sequence)}
          />
        ))}
      </ol>
      <p className="faint record-end">
        {w.history.shown(entries.length)}
        {onMore ? (
          <button type="button" className="link" onClick={onMore} data-testid="history-more">
            {w.history.more}
          </button>
        ) : null}
      </p>
    </div>
  );
}

interface EntryProps {
  entry: HistoryView;
  now: Date;
  chosen: boolean;
  onChoose: () => void;
}

function Entry({ entry, now, chosen, onChoose }: EntryProps) {
  const pick = usePick();
  const w = useFileWords();
  return (
    <li data-state={shownState(entry)}>
      <button
        type="button"
        aria-pressed={chosen}
        onClick={onChoose}
        data-testid="history-entry"
        data-sequence={entry.sequence}
        data-merged={entry.merged || undefined}
      >
        <time>{moment(entry.at, now)}</time>
        <b>{pick(entry.label)}</b>
        <Tags entry={entry} w={w} />
        <span>{entry.actor}</span>
        <em>{entry.changes.length || ''}</em>
      </button>
    </li>
  );
}
