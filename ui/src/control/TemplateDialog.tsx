// Columns as a region wants them: its title, and which of ours it holds, or a text that is always the same.
// Relies on Rust keeping templates for the user, project by project or not.
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { backend, toCallError } from '../backend';
import type { ApiError, ListKind, ListTemplate, TemplateColumn } from '../ipc';
import { errorText, Labelled } from '../parts/fields';
import { Icon } from '../parts/icons';
import { useSettings } from '../state/settings';
import { useWords } from '../words';

interface Props {
  kind: ListKind;
  /** Titles of our own columns of the list. */
  sources: readonly string[];
  /** The template that is edited; without one a new one is made of our own columns. */
  template: ListTemplate | null;
  onDone: (templates: readonly ListTemplate[] | null, chosen: string | null) => void;
}

interface Line extends TemplateColumn {
  key: number;
}

export function TemplateDialog({ kind, sources, template, onDone }: Props) {
  const w = useWords();
  const language = useSettings((state) => state.language);
  const [name, setName] = useState(template?.name ?? '');
  const [next, setNext] = useState(1000);
  const [lines, setLines] = useState<readonly Line[]>(() =>
    (template?.columns ?? sources.map((source) => ({ title: source, source, text: '' }))).map(
      (column, key) => ({ ...column, key }),
    ),
  );
  const [error, setError] = useState<ApiError | null>(null);
  const change = (key: number, part: Partial<TemplateColumn>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const add = () => {
    setLines([...lines, { key: next, title: '', source: '', text: '' }]);
    setNext(next + 1);
  };
  const columns = lines.map(({ title, source, text }) => ({ title: title.trim(), source, text }));
  const ready = name.trim() !== '' && columns.length > 0 && columns.every((own) => own.title !== '');
  const save = async () => {
    try {
      const all = await backend().call('save-list-template', { name: name.trim(), kind, columns });
      onDone(all, name.trim());
    } catch (thrown) {
      setError(toCallError(thrown).api);
    }
  };
  const remove = async () => {
    if (!template) return;
    try {
      onDone(await backend().call('remove-list-template', { name: template.name, kind }), null);
    } catch (thrown) {
      setError(toCallError(thrown).api);
    }
  };
  return (
    <Modal
      open
      width={720}
      title={w.control.templateTitle}
      onCancel={() => onDone(null, null)}
      footer={[
        template ? (
          <Button key="remove" danger onClick={() => void remove()} data-testid="template-remove">
            {w.control.templateRemove}
          </Button>
        ) : null,
        <Button key="cancel" onClick={() => onDone(null, null)}>
          {w.common.cancel}
        </Button>,
        <Button
          key="save"
          type="primary"
          disabled={!ready}
          onClick={() => void save()}
          data-testid="template-save"
        >
          {w.control.templateSave}
        </Button>,
      ]}
    >
      <div className="form">
        <p className="faint wide">{w.control.templateText}</p>
        <Labelled label={w.control.templateName} wide error={errorText(error, language)}>
          {(id) => (
            <Input
              id={id}
              value={name}
              placeholder={w.control.templateNameHint}
              onChange={(event) => setName(event.target.value)}
              data-testid="template-name"
            />
          )}
        </Labelled>
        <div className="template-columns wide" data-testid="template-columns">
          <div className="template-column faint">
            <span>{w.control.templateColumn}</span>
            <span>{w.control.templateSource}</span>
            <span>{w.control.templateFixed}</span>
          </div>
          {lines.map((line) => (
            <div key={line.key} className="template-column">
              <Input
                size="small"
                value={line.title}
                aria-label={w.control.templateColumn}
                onChange={(event) => change(line.key, { title: event.target.value })}
              />
              <Select
                size="small"
                value={line.source || null}
                allowClear
                placeholder={w.control.templateFixed}
                aria-label={w.control.templateSource}
                options={sources.map((own) => ({ value: own, label: own }))}
                showSearch={{ optionFilterProp: 'label' }}
                onChange={(own: string | undefined) => change(line.key, { source: own ?? '' })}
              />
              <Input
                size="small"
                value={line.text}
                disabled={line.source !== ''}
                aria-label={w.control.templateFixed}
                onChange={(event) => change(line.key, { text: event.target.value })}
              />
              <button
                type="button"
                className="ib tiny"
                title={w.common.remove}
                onClick={() => setLines(lines.filter((own) => own.key !== line.key))}
              >
                <Icon name="close" size={12} />
              </button>
            </div>
          ))}
        </div>
        <button type="button" className="link wide" onClick={add} data-testid="template-add">
          {w.control.templateAdd}
        </button>
      </div>
    </Modal>
  );
}
