// What else a measure can have: a document, an emergency plan, its class in other taxonomies, a check item.
// Relies on `set-field` for links and classes; a class that is not set follows from the category.
import { Dropdown, Input, type MenuProps, Modal } from 'antd';
import { useState } from 'react';
import { backend, toCallError } from '../backend';
import type { CheckItem, ControlMeasure, Entry } from '../ipc';
import { setField } from '../parts/fields';
import { Icon } from '../parts/icons';
import { attempt, changing, written } from '../state/actions';
import { notify, notifyError } from '../state/notices';
import { useTable } from '../state/rows';
import { usePick, useVocabulary } from '../state/settings';
import { bothWords, useWords } from '../words';

/** Files that can be kept with a measure. */
const ENDINGS = ['pdf', 'docx', 'xlsx', 'png', 'jpg', 'jpeg', 'txt'];

type Items = NonNullable<MenuProps['items']>;

export function MeasureMenu({ measure }: { measure: ControlMeasure }) {
  const w = useWords();
  const pick = usePick();
  const { six_classes, chemical_codes, measure_mapping } = useVocabulary();
  const plans = useTable('emergency_plan');
  const item = useCheckItem(measure.id);
  const [naming, setNaming] = useState(false);
  const [revising, setRevising] = useState(false);
  const row = { table: 'control_measure' as const, id: measure.id };
  const set = (column: string, value: string | null) => void attempt(setField(row, column, value));
  const usual = measure_mapping.find((own) => own.category === measure.category);
  const classes = (entries: readonly Entry[], column: string, usually: string | undefined): Items => [
    { key: `${column}/`, label: w.control.byCategory(nameOf(entries, usually, pick)) },
    ...entries.map((own) => ({ key: `${column}/${own.value}`, label: pick(own.name) })),
  ];
  const items: Items = [
    item
      ? {
          key: 'check-item',
          label: w.control.hasCheckItem(item.version),
          children: [
            { key: 'revise', label: w.control.reviseCheckItem },
            { key: 'retire', label: w.control.retireCheckItem },
          ],
        }
      : { key: 'check', label: w.control.toCheckItem },
    { type: 'divider' },
    { key: 'attach', label: w.control.attach },
    ...(measure.document_id
      ? [
          { key: 'open', label: w.control.openDocument },
          { key: 'document_id/', label: w.control.detach },
        ]
      : []),
    {
      key: 'plans',
      label: w.control.plan,
      children: [
        { key: 'plan_id/', label: w.control.planNone },
        ...[...plans.values()].map((own) => ({ key: `plan_id/${own.id}`, label: own.name })),
        { key: 'plan-new', label: w.control.planNew },
      ],
    },
    { type: 'divider' },
    {
      key: 'six',
      label: w.control.sixClass,
      children: classes(six_classes, 'six_class', usual?.six_class),
    },
    {
      key: 'chemical',
      label: w.control.chemical,
      children: classes(chemical_codes, 'chemical', usual?.chemical),
    },
  ];
  const act = (key: string) => {
    if (key === 'check') void makeCheckItems([measure.id]);
    else if (key === 'revise') setRevising(true);
    else if (key === 'retire' && item) void attempt({ type: 'retire-check-item', item: item.id });
    else if (key === 'attach') void attach(measure.id, w.control.attachPick, w.control.attachFilter);
    else if (key === 'open') void saveDocument(measure.document_id, w.control.openDocument);
    else if (key === 'plan-new') setNaming(true);
    else {
      const at = key.indexOf('/');
      if (at > 0) set(key.slice(0, at), key.slice(at + 1) || null);
    }
  };
  return (
    <>
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items,
          onClick: ({ key }) => act(key),
          selectedKeys: [
            `plan_id/${measure.plan_id ?? ''}`,
            `six_class/${measure.six_class ?? ''}`,
            `chemical/${measure.chemical ?? ''}`,
          ],
        }}
      >
        <button type="button" className="ib tiny" title={w.control.more} data-testid="measure-menu">
          <Icon name="more" size={12} />
        </button>
      </Dropdown>
      {revising && item ? (
        <ReviseItem item={item} measure={measure.content} onDone={() => setRevising(false)} />
      ) : null}
      {naming ? <NewPlan measure={measure.id} onDone={() => setNaming(false)} /> : null}
    </>
  );
}

function nameOf(
  entries: readonly Entry[],
  value: string | undefined,
  pick: ReturnType<typeof usePick>,
): string {
  const found = entries.find((own) => own.value === value);
  return found ? pick(found.name) : '';
}

/** What a measure has besides its words. */
export function MeasureTags({ measure }: { measure: ControlMeasure }) {
  const w = useWords();
  const documents = useTable('document');
  const plans = useTable('emergency_plan');
  const item = useCheckItem(measure.id);
  const document = measure.document_id ? documents.get(measure.document_id) : undefined;
  const plan = measure.plan_id ? plans.get(measure.plan_id) : undefined;
  if (!document && !plan && !item) return null;
  return (
    <p className="measure-tags" data-testid="measure-tags">
      {document ? (
        <button
          type="button"
          className="link"
          title={w.control.openDocument}
          onClick={() => void saveDocument(document.id, w.control.openDocument)}
        >
          <Icon name="file" size={12} /> {document.name}
        </button>
      ) : null}
      {plan ? (
        <span>
          <Icon name="alert" size={12} /> {plan.name}
        </span>
      ) : null}
      {item ? (
        <span>
          <Icon name="check" size={12} /> {w.control.hasCheckItem(item.version)}
        </span>
      ) : null}
    </p>
  );
}

interface ReviseProps {
  item: CheckItem;
  /** What the measure says today. */
  measure: string;
  onDone: () => void;
}

/** New words for a check item; what was checked keeps the words that it was checked against. */
function ReviseItem({ item, measure, onDone }: ReviseProps) {
  const w = useWords();
  const [text, setText] = useState(item.content);
  const save = async () => {
    const content = text.trim() === measure.trim() ? '' : text.trim();
    const changed = await attempt({ type: 'revise-check-item', item: item.id, content });
    if (changed) onDone();
  };
  return (
    <Modal
      open
      width={520}
      title={w.control.reviseCheckItem}
      onCancel={onDone}
      onOk={() => void save()}
      okText={w.control.reviseGo(item.version + 1)}
      cancelText={w.common.cancel}
      okButtonProps={{
        disabled: text.trim() === '' || text.trim() === item.content.trim(),
        'data-testid': 'check-item-save',
      }}
    >
      <p className="faint">{w.control.reviseText}</p>
      <Input.TextArea
        value={text}
        autoSize={{ minRows: 3, maxRows: 10 }}
        autoFocus
        onChange={(event) => setText(event.target.value)}
        aria-label={w.control.reviseCheckItem}
        data-testid="check-item-text"
      />
      {measure.trim() === item.content.trim() ? null : (
        <button type="button" className="link" onClick={() => setText(measure)}>
          {w.control.takeMeasureText}
        </button>
      )}
    </Modal>
  );
}

/** The check item of a measure that is in use. */
function useCheckItem(measure: string) {
  const items = useTable('check_item');
  return [...items.values()].find((own) => own.measure_id === measure && !own.retired) ?? null;
}

export async function makeCheckItems(measures: readonly string[]): Promise<void> {
  const changed = await attempt({ type: 'make-check-items', measures: [...measures] });
  if (!changed) return;
  const count = changed.created.length;
  notify({ kind: 'done', text: bothWords((words) => words.control.checkItemsDone(count)) });
}

async function attach(measure: string, title: string, filter: string): Promise<void> {
  try {
    const path = await backend().pick({ title, what: 'open', filter, endings: ENDINGS, suggested: '' });
    if (path) await changing('attach-document', { path, name: '', measure, plan: null });
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
  }
}

async function saveDocument(document: string | null, title: string): Promise<void> {
  if (!document) return;
  try {
    const { name } = await backend().call('document', { document });
    const ending = name.includes('.') ? (name.split('.').at(-1) ?? '') : '';
    const path = await backend().pick({
      title,
      what: 'save',
      filter: ending.toUpperCase(),
      endings: ending ? [ending] : [],
      suggested: name,
    });
    if (!path) return;
    const saved = await backend().call('save-document', { document, path });
    written(
      saved.path,
      bothWords((words) => words.control.documentSaved),
    );
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
  }
}

function NewPlan({ measure, onDone }: { measure: string; onDone: () => void }) {
  const w = useWords();
  const [name, setName] = useState('');
  const save = async () => {
    const changed = await attempt({ type: 'add', table: 'emergency_plan', cells: { name: name.trim() } });
    const plan = changed?.created.find((own) => own.table === 'emergency_plan');
    if (!plan) return;
    await attempt(setField({ table: 'control_measure', id: measure }, 'plan_id', plan.id));
    onDone();
  };
  return (
    <Modal
      open
      width={420}
      title={w.control.planNew}
      onCancel={onDone}
      onOk={() => void save()}
      okText={w.common.add}
      cancelText={w.common.cancel}
      okButtonProps={{ disabled: name.trim() === '', 'data-testid': 'plan-save' }}
    >
      <Input
        autoFocus
        value={name}
        placeholder={w.control.planName}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={() => {
          if (name.trim()) void save();
        }}
        data-testid="plan-name"
      />
    </Modal>
  );
}
