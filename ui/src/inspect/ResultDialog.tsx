// What an inspection found, as it was recorded: results stay as they are; a note beside them may say what was wrong.
// Relies on `inspections`. A result is evidence: what became of it is done with the danger, not here.
import { Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { Photo } from '../dangers/Photos';
import { useDangers } from '../dangers/useDangers';
import type { InspectionItem, InspectionView } from '../ipc';
import { Labelled } from '../parts/fields';
import { attempt } from '../state/actions';
import { usePick, useVocabulary } from '../state/settings';
import { useWords } from '../words';
import { openDanger } from './state';
import { useAsked } from './useAsked';

export function ResultDialog({ inspection, onDone }: { inspection: string; onDone: () => void }) {
  const w = useWords();
  const { answer } = useAsked('inspections', { from: null, to: null, plan: null, point: null, inspection });
  const view = answer?.[0];
  if (!answer) return null;
  const what = view ? [view.code, view.name].filter(Boolean).join(' ') || w.inspect.wholePlace : '';
  return (
    <Modal
      open
      width={860}
      style={{ top: 40 }}
      title={view ? w.inspect.resultTitle(view.plan_name, what) : w.inspect.openResult}
      onCancel={onDone}
      footer={
        <button type="button" className="primary" onClick={onDone} data-testid="result-close">
          {w.common.close}
        </button>
      }
    >
      {view ? <Result view={view} onDone={onDone} /> : <p>{w.inspect.resultGone}</p>}
    </Modal>
  );
}

function Result({ view, onDone }: { view: InspectionView; onDone: () => void }) {
  const w = useWords();
  const pick = usePick();
  const { channels } = useVocabulary().inspections;
  const { inspection: own } = view;
  const channel = channels.find((entry) => entry.value === own.channel);
  const facts: [string, string][] = [
    [w.inspect.inspector, view.inspector || w.inspect.noExecutor],
    [w.inspect.doneOn, [own.done_on, own.done_at?.slice(0, 5)].filter(Boolean).join(' ')],
    [w.inspect.dueOn, own.due_on ?? ''],
    [w.inspect.channel, channel ? pick(channel.name) : ''],
  ];
  return (
    <div className="result" data-testid="result" data-abnormal={view.abnormal}>
      <dl className="case-facts">
        {facts.map(([title, text]) =>
          text ? (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ) : null,
        )}
        <Dangers codes={view.dangers} onDone={onDone} />
      </dl>
      <ol className="result-items">
        {view.items.map((item, at) => (
          <ItemRow key={item.id} item={item} at={at} />
        ))}
      </ol>
      <p className="faint">{w.inspect.resultKept}</p>
      <Note view={view} />
    </div>
  );
}

/** The dangers that came of it, each a way to its case. */
function Dangers({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const w = useWords();
  const dangers = useDangers();
  if (codes.length === 0) return null;
  return (
    <div>
      <dt>{w.inspect.tabs.dangers}</dt>
      <dd>
        {codes.map((code) => {
          const own = dangers.find((danger) => danger.code === code);
          return own ? (
            <button
              key={code}
              type="button"
              className="link"
              onClick={() => {
                onDone();
                openDanger(own.id);
              }}
              data-testid="result-danger"
            >
              {code}
            </button>
          ) : (
            <span key={code}>{code}</span>
          );
        })}
      </dd>
    </div>
  );
}

function ItemRow({ item, at }: { item: InspectionItem; at: number }) {
  const w = useWords();
  return (
    <li data-result={item.result} data-testid="result-item">
      <span className="check-number">{at + 1}</span>
      <p>
        {item.content}
        {item.value || item.note ? <em>{[item.value, item.note].filter(Boolean).join('　')}</em> : null}
      </p>
      <b>{w.statistics.results[item.result]}</b>
      {item.photo ? <Photo asset={item.photo} title={w.inspect.photo} /> : null}
    </li>
  );
}

function Note({ view }: { view: InspectionView }) {
  const w = useWords();
  const { id, note } = view.inspection;
  const [text, setText] = useState(note);
  useEffect(() => setText(note), [note]);
  const save = () => {
    if (text.trim() === note) return;
    void attempt({
      type: 'set-field',
      row: { table: 'inspection', id },
      column: 'note',
      value: text.trim(),
    });
  };
  return (
    <Labelled label={w.inspect.resultNote}>
      {(field) => (
        <Input
          id={field}
          value={text}
          placeholder={w.inspect.resultNoteHint}
          onChange={(event) => setText(event.target.value)}
          onBlur={save}
          onPressEnter={save}
          data-testid="result-note"
        />
      )}
    </Labelled>
  );
}
