// Special check-lists: taken from the library, adapted line by line; a revised line is a new version.
// Relies on `checklists` for those of the project and those of the library.
import { Checkbox, Collapse, Input, Modal } from 'antd';
import { useState } from 'react';
import type { ChecklistItem, ChecklistView, LibraryChecklistView } from '../ipc';
import { Icon } from '../parts/icons';
import { Card } from '../screens/Page';
import { attempt } from '../state/actions';
import { usePick, useVocabulary } from '../state/settings';
import { useWords } from '../words';
import { useAsked } from './useAsked';

export function Checklists() {
  const w = useWords();
  const { answer } = useAsked('checklists', {});
  const [library, setLibrary] = useState(false);
  const [name, setName] = useState('');
  const own = answer?.own ?? [];
  const add = async () => {
    if (name.trim() === '') return;
    if (await attempt({ type: 'add-checklist', name: name.trim(), topic: null, items: [] })) setName('');
  };
  return (
    <div className="checklists">
      <Card
        title={w.inspect.checklists}
        text={w.inspect.checklistsText}
        aside={
          <button
            type="button"
            className="secondary card-aside"
            onClick={() => setLibrary(true)}
            data-testid="checklists-library"
          >
            {w.inspect.takeFromLibrary}
          </button>
        }
      >
        {own.length === 0 ? <p className="faint">{w.inspect.noChecklists}</p> : null}
        <Collapse
          ghost
          size="small"
          items={own.map((view) => ({
            key: view.checklist.id,
            label: (
              <span data-testid="checklist">
                <b>{view.checklist.name}</b> <em className="faint">{w.inspect.lines(view.items.length)}</em>
              </span>
            ),
            children: <Lines view={view} />,
          }))}
        />
        <div className="grid-new">
          <Icon name="plus" size={13} />
          <input
            value={name}
            placeholder={w.inspect.newChecklist}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) void add();
            }}
            data-testid="checklist-new"
          />
        </div>
      </Card>
      {library && answer ? <LibraryDialog lists={answer.library} onDone={() => setLibrary(false)} /> : null}
    </div>
  );
}

function Lines({ view }: { view: ChecklistView }) {
  const w = useWords();
  const [text, setText] = useState('');
  const add = async () => {
    if (text.trim() === '') return;
    const done = await attempt({
      type: 'add-checklist-items',
      checklist: view.checklist.id,
      items: [{ content: text.trim(), basis: '' }],
    });
    if (done) setText('');
  };
  return (
    <>
      <ol className="checklist-lines">
        {view.items.map((item) => (
          <Line key={item.id} item={item} />
        ))}
      </ol>
      <div className="grid-new">
        <Icon name="plus" size={13} />
        <input
          value={text}
          placeholder={w.inspect.newLine}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) void add();
          }}
        />
      </div>
    </>
  );
}

function Line({ item }: { item: ChecklistItem }) {
  const w = useWords();
  const [text, setText] = useState<string | null>(null);
  const save = async () => {
    const content = (text ?? '').trim();
    if (content === '' || content === item.content) return setText(null);
    if (await attempt({ type: 'revise-checklist-item', item: item.id, content, basis: null })) setText(null);
  };
  return (
    <li data-testid="checklist-line">
      {text === null ? (
        <>
          <span>
            {item.content} {item.basis ? <em>{item.basis}</em> : null}
            {item.version > 1 ? <em> {w.inspect.version(item.version)}</em> : null}
          </span>
          <button type="button" className="link" onClick={() => setText(item.content)}>
            {w.inspect.reviseLine}
          </button>
          <button
            type="button"
            className="link"
            onClick={() => void attempt({ type: 'retire-checklist-item', item: item.id })}
          >
            {w.inspect.retireLine}
          </button>
        </>
      ) : (
        <Input
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={() => void save()}
          onBlur={() => void save()}
        />
      )}
    </li>
  );
}

interface LibraryProps {
  lists: readonly LibraryChecklistView[];
  onDone: () => void;
}

function LibraryDialog({ lists, onDone }: LibraryProps) {
  const w = useWords();
  const pick = usePick();
  const { topics } = useVocabulary().dangers;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const go = async () => {
    if (await attempt({ type: 'take-checklists', lists: [...chosen] })) onDone();
  };
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((own) => own !== id) : [...chosen, id]);
  return (
    <Modal
      open
      width={680}
      style={{ top: 40 }}
      title={w.inspect.checklists}
      onCancel={onDone}
      onOk={() => void go()}
      okText={w.inspect.take(chosen.length)}
      cancelText={w.common.cancel}
      okButtonProps={{ disabled: chosen.length === 0, 'data-testid': 'library-take' }}
    >
      <ul className="library-lists">
        {lists.map(({ list, taken }) => {
          const topic = topics.find((own) => own.value === list.topic);
          return (
            <li key={list.id} data-testid="library-list">
              <Checkbox
                checked={taken !== null || chosen.includes(list.id)}
                disabled={taken !== null}
                onChange={() => toggle(list.id)}
              >
                <b>{list.name}</b>
              </Checkbox>
              <span className="faint">
                {[
                  topic ? pick(topic.name) : '',
                  w.inspect.lines(list.items.length),
                  taken === null ? '' : w.inspect.taken,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <details>
                <summary>{list.items[0]?.content}…</summary>
                <ol>
                  {list.items.map((own) => (
                    <li key={own.content}>{own.content}</li>
                  ))}
                </ol>
              </details>
            </li>
          );
        })}
      </ul>
    </Modal>
  );
}
