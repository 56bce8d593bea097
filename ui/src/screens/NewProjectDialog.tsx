// A new project: the organisation's name and what it is; then where the file goes.
// Relies on Rust for what an empty project contains.
import { Input, Modal } from 'antd';
import { useState } from 'react';
import type { OrganisationKind } from '../ipc';
import { Labelled } from '../parts/fields';
import { chooseAndCreate } from '../state/files';
import { usePick, useVocabulary } from '../state/settings';
import { useSurface } from '../state/store';
import { useWords } from '../words';

export function NewProjectDialog() {
  const w = useWords();
  const pick = usePick();
  const { organisation_kinds } = useVocabulary();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<OrganisationKind>('school');
  const [busy, setBusy] = useState(false);
  const close = () => useSurface.setState({ create: false });
  const make = async () => {
    if (name.trim() === '') return;
    setBusy(true);
    const made = await chooseAndCreate(name.trim(), kind);
    setBusy(false);
    if (made) close();
  };
  return (
    <Modal
      open
      width={440}
      title={w.create.title}
      onCancel={close}
      onOk={() => void make()}
      okText={w.create.choose}
      cancelText={w.common.cancel}
      okButtonProps={{ disabled: name.trim() === '', loading: busy, 'data-testid': 'create-ok' }}
      destroyOnHidden
    >
      <div className="form">
        <Labelled label={w.create.name} wide>
          {(id) => (
            <Input
              id={id}
              autoFocus
              value={name}
              placeholder={w.create.nameHint}
              onChange={(event) => setName(event.target.value)}
              onPressEnter={() => void make()}
              data-testid="create-name"
            />
          )}
        </Labelled>
        <div className="field wide">
          <span className="label">{w.create.kind}</span>
          <div className="choices" role="radiogroup">
            {organisation_kinds.map((own) => (
              <button
                key={own.value}
                type="button"
                role="radio"
                aria-checked={kind === own.value}
                onClick={() => setKind(own.value as OrganisationKind)}
                data-testid={`create-kind-${own.value}`}
              >
                {pick(own.name)}
              </button>
            ))}
          </div>
        </div>
        <p className="faint wide">{w.create.text}</p>
      </div>
    </Modal>
  );
}
