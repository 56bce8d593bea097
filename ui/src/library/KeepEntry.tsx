// A point of the project as an entry of the user's own library, to be carried to the next client.
// Relies on Rust for what becomes of it; people, codes and dates stay behind.
import { Input, Modal, Select } from 'antd';
import { useEffect, useState } from 'react';
import { backend, toCallError } from '../backend';
import type { LibraryGroup, Site } from '../ipc';
import { Labelled } from '../parts/fields';
import { useDialogs } from '../state/dialogs';
import { notify, notifyError } from '../state/notices';
import { useOrganisation } from '../state/rows';
import { useSettings } from '../state/settings';
import { useProject } from '../state/store';
import { bothWords, useWords } from '../words';
import { libraryChanged } from './state';

const SITES: readonly Site[] = ['school', 'company', 'both'];

export function KeepEntry({ point }: { point: string }) {
  const w = useWords();
  const english = useSettings((state) => state.language === 'en');
  const row = useProject((state) => state.project?.points.get(point));
  const organisation = useOrganisation();
  const [name, setName] = useState(row?.name ?? '');
  const [group, setGroup] = useState('');
  const [site, setSite] = useState<Site>(organisation?.kind === 'enterprise' ? 'company' : 'school');
  const [groups, setGroups] = useState<readonly LibraryGroup[]>([]);
  useEffect(() => {
    backend()
      .call('library', {})
      .then(
        (view) => setGroups(view.groups.filter((own) => own.id !== 'own')),
        (thrown) => notifyError(toCallError(thrown).api),
      );
  }, []);
  const close = () => useDialogs.setState({ keepEntry: null });
  const save = async () => {
    try {
      const entry = await backend().call('entry-of-point', {
        point,
        id: '',
        group,
        applies_to: site,
        name: name.trim(),
      });
      await backend().call('save-library-entry', entry);
      libraryChanged();
      notify({ kind: 'done', text: bothWords((words) => words.library.saved(entry.name)) });
      close();
    } catch (thrown) {
      notifyError(toCallError(thrown).api);
    }
  };
  return (
    <Modal
      open
      width={440}
      title={w.library.saveTitle}
      onCancel={close}
      onOk={() => void save()}
      okText={w.library.save}
      cancelText={w.common.cancel}
      okButtonProps={{ disabled: name.trim() === '', 'data-testid': 'keep-entry-go' }}
    >
      <div className="form">
        <Labelled label={w.library.saveName} hint={w.library.saveHint} wide>
          {(id) => (
            <Input
              id={id}
              value={name}
              onChange={(event) => setName(event.target.value)}
              data-testid="keep-entry-name"
            />
          )}
        </Labelled>
        <Labelled label={w.library.group}>
          {(id) => (
            <Select
              id={id}
              value={group}
              options={[
                { value: '', label: w.library.ownGroup },
                ...groups.map((own) => ({
                  value: own.id,
                  label: english && own.english ? own.english : own.name,
                })),
              ]}
              onChange={(own: string) => setGroup(own)}
            />
          )}
        </Labelled>
        <Labelled label={w.library.appliesTo}>
          {(id) => (
            <Select
              id={id}
              value={site}
              options={SITES.map((own) => ({ value: own, label: w.library.sites[own] }))}
              onChange={(own: string) => setSite(own as Site)}
            />
          )}
        </Labelled>
      </div>
    </Modal>
  );
}
