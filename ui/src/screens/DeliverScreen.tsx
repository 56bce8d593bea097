// Handing over: what is still open, the bundle for the regulator, a copy of the project.
// Relies on `export-bundle` and `save-as`.
import { backend, toCallError } from '../backend';
import { useFiling } from '../filing/store';
import { fileName, folderOf } from '../format';
import { showReceived } from '../handover/useReceived';
import { Icon, type IconName } from '../parts/icons';
import { written } from '../state/actions';
import { sendTexts } from '../state/fields';
import { chooseAndSaveAs } from '../state/files';
import { useFindings } from '../state/findings';
import { goStep } from '../state/next';
import { notifyError } from '../state/notices';
import { inTurn } from '../state/queue';
import { useOrganisation } from '../state/rows';
import { useProject } from '../state/store';
import { bothWords, useWords } from '../words';
import { useFileWords } from '../words/file';
import { chooseAndMerge } from './Header';
import { Card, Page } from './Page';

export function DeliverScreen() {
  const w = useWords();
  const file = useProject((state) => state.project?.file);
  const findings = useFindings();
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const warnings = findings.filter((finding) => finding.severity === 'warning').length;
  if (!file) return null;
  return (
    <Page title={w.steps.deliver} text={w.deliver.text} testid="deliver">
      <Card title={w.deliver.before}>
        <button
          type="button"
          className="deliver-line"
          onClick={() => goStep('check')}
          data-testid="deliver-check"
        >
          <Icon name={errors + warnings > 0 ? 'alert' : 'check'} />
          <span>{errors + warnings > 0 ? w.deliver.open(errors, warnings) : w.deliver.well}</span>
          <Icon name="right" size={13} />
        </button>
      </Card>
      <div className="deliver-cards">
        <ColleagueDeeds />
        <Deed icon="send" title={w.deliver.bundle} text={w.deliver.bundleText}>
          <BundleButton />
        </Deed>
        <Deed icon="file" title={w.deliver.copy} text={w.deliver.copyText}>
          <button
            type="button"
            className="secondary"
            onClick={() => void chooseAndSaveAs()}
            data-testid="deliver-save-as"
          >
            {w.menu.saveAs}
          </button>
        </Deed>
        <Deed
          icon="folder"
          title={w.deliver.file}
          text={file.demonstration ? w.saved.demonstrationText : w.deliver.fileText}
        >
          {file.demonstration ? null : (
            <>
              <p className="path">
                <b>{fileName(file.path)}</b>
                <em>{folderOf(file.path)}</em>
              </p>
              <span className="deed-buttons">
                <button
                  type="button"
                  className="secondary"
                  onClick={() =>
                    void backend()
                      .reveal(file.path)
                      .catch((thrown) => notifyError(toCallError(thrown).api))
                  }
                  data-testid="deliver-reveal"
                >
                  {w.common.reveal}
                </button>
                <KeepingButtons />
              </span>
            </>
          )}
        </Deed>
      </div>
    </Page>
  );
}

/** To a colleague and back again. */
function ColleagueDeeds() {
  const w = useFileWords();
  return (
    <>
      <Deed icon="people" title={w.handOver.title} text={w.handOver.text}>
        <button
          type="button"
          className="primary"
          onClick={() => useFiling.setState({ handOver: true })}
          data-testid="deliver-hand-over"
        >
          {w.handOver.go}
        </button>
      </Deed>
      <Deed icon="floors" title={w.merge.title} text={w.merge.droppedMergeText}>
        <button
          type="button"
          className="secondary"
          onClick={() => void chooseAndMerge(w.merge.pickTitle)}
          data-testid="deliver-merge"
        >
          {w.merge.menu}
        </button>
      </Deed>
      <Deed icon="info" title={w.received.card} text={w.received.cardText}>
        <button
          type="button"
          className="secondary"
          onClick={() => void showReceived()}
          data-testid="deliver-received"
        >
          {w.received.show}
        </button>
      </Deed>
    </>
  );
}

function KeepingButtons() {
  const w = useFileWords();
  return (
    <>
      <button
        type="button"
        className="secondary"
        onClick={() => useFiling.setState({ versions: true })}
        data-testid="deliver-versions"
      >
        {w.versions.menu}
      </button>
      <button
        type="button"
        className="secondary"
        onClick={() => useFiling.setState({ backup: 'make' })}
        data-testid="deliver-backup"
      >
        {w.backup.menu}
      </button>
    </>
  );
}

function Deed({
  icon,
  title,
  text,
  children,
}: {
  icon: IconName;
  title: string;
  text: string;
  children: React.ReactNode;
}) {
  return (
    <section className="deed">
      <Icon name={icon} size={22} />
      <h2>{title}</h2>
      <p>{text}</p>
      <div>{children}</div>
    </section>
  );
}

function BundleButton() {
  const w = useWords();
  const organisation = useOrganisation();
  const write = async () => {
    const path = await backend().pick({
      title: w.deliver.bundleTitle,
      what: 'save',
      filter: w.deliver.bundle,
      endings: ['json'],
      suggested: `${organisation?.name ?? 'sise'}.bundle.json`,
    });
    if (!path) return;
    await sendTexts();
    try {
      const done = await inTurn(() => backend().call('export-bundle', { path }));
      written(
        done.path,
        bothWords((words) => words.deliver.bundleDone),
      );
    } catch (thrown) {
      notifyError(toCallError(thrown).api);
    }
  };
  return (
    <button type="button" className="primary" onClick={() => void write()} data-testid="deliver-bundle">
      {w.deliver.bundleGo}
    </button>
  );
}
