// The first screen: go on with a project, open one, begin one, or look at the sample.
// Relies on the list of files used last. Comes up before anything else is read.
import { useState } from 'react';
import { fileName, folderOf, moment } from '../format';
import { Icon } from '../parts/icons';
import { Mark } from '../parts/Mark';
import { LeftOvers, OtherFiles } from '../recovery/LeftOvers';
import { openPath, openSample } from '../state/actions';
import { chooseAndOpen } from '../state/files';
import { keepSettings, useSettings } from '../state/settings';
import { useSurface } from '../state/store';
import { useWords } from '../words';
import { LanguageSwitch } from './Header';
import { NewProjectDialog } from './NewProjectDialog';

export function Welcome({ ready }: { ready: boolean }) {
  const w = useWords();
  const create = useSurface((surface) => surface.create);
  const [busy, setBusy] = useState(false);
  const during = (work: () => Promise<unknown>) => () => {
    setBusy(true);
    void work().finally(() => setBusy(false));
  };
  return (
    <div className="welcome" data-testid="welcome" data-ready={ready}>
      <div className="welcome-side">
        <Mark size={56} />
        <h1>{w.program}</h1>
        <p className="welcome-claim">{w.welcome.claim}</p>
        <div className="welcome-actions">
          <button
            type="button"
            className="primary big"
            disabled={!ready || busy}
            onClick={() => useSurface.setState({ create: true })}
            data-testid="welcome-new"
          >
            <Icon name="plus" />
            {w.welcome.create}
          </button>
          <button
            type="button"
            className="secondary big"
            disabled={!ready || busy}
            onClick={during(chooseAndOpen)}
            data-testid="welcome-open"
          >
            <Icon name="folder" />
            {w.welcome.open}
          </button>
          <button
            type="button"
            className="secondary big"
            disabled={!ready || busy}
            onClick={during(openSample)}
            data-testid="welcome-sample"
          >
            <Icon name="play" />
            {w.welcome.sample}
          </button>
        </div>
        <OtherFiles />
        <p className="faint">{w.welcome.offline}</p>
        <WelcomeFoot />
      </div>
      <div className="welcome-recent">
        <LeftOvers ready={ready} />
        <Recent busy={busy || !ready} onOpen={(path) => during(() => openPath(path))()} />
      </div>
      {create ? <NewProjectDialog /> : null}
    </div>
  );
}

function WelcomeFoot() {
  const version = useSettings((state) => state.start?.version);
  return (
    <div className="welcome-foot">
      <LanguageSwitch />
      {version ? <span className="faint">{version}</span> : null}
    </div>
  );
}

function Recent({ busy, onOpen }: { busy: boolean; onOpen: (path: string) => void }) {
  const w = useWords();
  const recent = useSettings((state) => state.start?.settings.recent);
  const now = new Date();
  if (!recent) return null;
  if (recent.length === 0) {
    return (
      <div className="welcome-none">
        <h2>{w.welcome.firstTitle}</h2>
        <ol>
          {w.welcome.firstSteps.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
      </div>
    );
  }
  const forget = (path: string) => void keepSettings({ recent: recent.filter((file) => file.path !== path) });
  return (
    <>
      <h2>{w.welcome.recent}</h2>
      <ul className="recent" data-testid="recent">
        {recent.map((file) => (
          <li key={file.path}>
            <button type="button" disabled={busy} onClick={() => onOpen(file.path)} data-testid="recent-file">
              <Icon name="file" />
              <span>
                <b>{file.name || fileName(file.path)}</b>
                <em>
                  {fileName(file.path)} · {folderOf(file.path)}
                </em>
              </span>
              <time>{moment(file.at, now)}</time>
            </button>
            <button
              type="button"
              className="ib tiny"
              title={w.welcome.forget}
              onClick={() => forget(file.path)}
            >
              <Icon name="close" size={12} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
