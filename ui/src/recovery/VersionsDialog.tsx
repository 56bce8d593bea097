// The versions that are kept outside the file: when, why, how large; beside today's, or back to one of them.
// Relies on `versions`; going back is one step that can be undone.
import { Modal } from 'antd';
import { backend, toCallError } from '../backend';
import { useFiling } from '../filing/store';
import { useCalled } from '../filing/useCalled';
import { fileSize, moment } from '../format';
import type { VersionView } from '../ipc';
import { Empty } from '../parts/Empty';
import { errorText } from '../parts/fields';
import { notifyError } from '../state/notices';
import { useSettings } from '../state/settings';
import { useProject } from '../state/store';
import { useFileWords } from '../words/file';

export function VersionsDialog() {
  const w = useFileWords();
  const language = useSettings((state) => state.language);
  const path = useProject((state) => state.project?.file.path);
  const revision = useProject((state) => state.project?.file.revision);
  const { answer, error } = useCalled('versions', {}, `${path}/${revision}`);
  const close = () => useFiling.setState({ versions: false });
  const size = (answer ?? []).reduce((sum, own) => sum + own.size, 0);
  return (
    <Modal open width={720} title={w.versions.title} onCancel={close} footer={null}>
      <div className="versions" data-testid="versions" data-count={answer?.length ?? ''}>
        <p className="faint">{w.versions.text}</p>
        {error ? <p className="warn">{errorText(error, language)}</p> : null}
        {answer && answer.length === 0 ? <Empty title={w.versions.none} text={w.versions.noneText} /> : null}
        {answer && answer.length > 0 ? (
          <>
            <p data-testid="versions-total">{w.versions.total(answer.length, fileSize(size))}</p>
            <ul className="version-list">
              {answer.map((own) => (
                <Version key={own.path} version={own} />
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </Modal>
  );
}

function Version({ version }: { version: VersionView }) {
  const w = useFileWords();
  const kinds: Record<string, string> = w.versions.kinds;
  const when = moment(version.at, new Date(0));
  const look = () =>
    useFiling.setState({
      looked: { path: version.path, title: w.versions.version(when), isVersion: true },
    });
  const reveal = () =>
    void backend()
      .reveal(version.path)
      .catch((thrown) => notifyError(toCallError(thrown).api));
  return (
    <li data-testid="version" data-kind={version.kind}>
      <b>{when}</b>
      <span>{kinds[version.kind] ?? version.kind}</span>
      <em>{fileSize(version.size)}</em>
      <button type="button" className="secondary" onClick={look} data-testid="version-look">
        {w.versions.look}
      </button>
      <button type="button" className="link" onClick={reveal} data-testid="version-reveal">
        {w.common.reveal}
      </button>
    </li>
  );
}
