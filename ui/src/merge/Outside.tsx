// The project's file was changed by someone else: said at once, with three ways to go on, none of which loses anything.
// Relies on `compare` for what is different. Until something is chosen the file is not written.
import { Modal } from 'antd';
import { useState } from 'react';
import { backend, toCallError } from '../backend';
import { ChangeList } from '../filing/ChangeList';
import { useFiling } from '../filing/store';
import { useCalled } from '../filing/useCalled';
import type { OutsideView } from '../ipc';
import { Icon, type IconName } from '../parts/icons';
import { fileChanged, openBy, saveNow } from '../state/actions';
import { sendTexts } from '../state/fields';
import { chooseAndSaveAs } from '../state/files';
import { notify, notifyError } from '../state/notices';
import { inTurn } from '../state/queue';
import { usePick } from '../state/settings';
import { useProject } from '../state/store';
import { useWords } from '../words';
import { bothFileWords, useFileWords } from '../words/file';
import { lookOutside, useOutside } from './useOutside';

export function Outside() {
  useOutside();
  const outside = useFiling((filing) => filing.outside);
  const later = useFiling((filing) => filing.later);
  const merging = useFiling((filing) => filing.merge !== null);
  if (outside.state === 'same' || merging) return null;
  const stands = outside.state === 'changed' ? outside.fingerprint : 'gone';
  if (later === stands) return <Reminder outside={outside} />;
  const put = () => useFiling.setState({ later: stands });
  if (outside.state === 'gone') return <Gone outside={outside} onLater={put} />;
  return <Changed outside={outside} onLater={put} />;
}

/** What stays on the screen while the decision is put off. */
function Reminder({ outside }: { outside: OutsideView }) {
  const w = useFileWords();
  return (
    <div className="recovery" role="status" data-testid="outside-reminder">
      <Icon name="alert" size={14} />
      <span>{outside.state === 'gone' ? w.outside.goneChip : w.outside.chip}</span>
      <button
        type="button"
        className="link"
        onClick={() => useFiling.setState({ later: null })}
        data-testid="outside-decide"
      >
        {w.outside.decide}
      </button>
    </div>
  );
}

interface ChangedProps {
  outside: Extract<OutsideView, { state: 'changed' }>;
  onLater: () => void;
}

function Changed({ outside, onLater }: ChangedProps) {
  const w = useFileWords();
  const pick = usePick();
  const path = useProject((state) => state.project?.file.path ?? '');
  const [busy, setBusy] = useState(false);
  const found = useCalled('compare', { path }, outside.fingerprint);
  const rows = found.answer?.rows ?? null;
  const during = (work: () => Promise<unknown>) => () => {
    setBusy(true);
    void work().finally(() => setBusy(false));
  };
  const merge = async () => {
    await sendTexts();
    useFiling.setState({ merge: [path] });
  };
  const theirs = async () => {
    const done = await openBy(() => backend().call('take-theirs', {}));
    if (done) useFiling.setState({ outside: { state: 'same' } });
  };
  const mine = async () => {
    await sendTexts();
    try {
      const file = await inTurn(() => backend().call('keep-mine', { fingerprint: outside.fingerprint }));
      fileChanged(file);
      useFiling.setState({ outside: { state: 'same' } });
      notify({ kind: 'done', text: bothFileWords((words) => words.outside.kept) });
    } catch (thrown) {
      notifyError(toCallError(thrown).api);
      // It may have been changed once more: then that is what has to be decided on.
      await lookOutside();
    }
  };
  return (
    <Modal
      open
      width={760}
      title={w.outside.title}
      onCancel={onLater}
      mask={{ closable: false }}
      footer={
        <div className="outside-foot">
          <p className="faint">{w.outside.laterText}</p>
          <button type="button" className="secondary" onClick={onLater} data-testid="outside-later">
            {w.outside.later}
          </button>
        </div>
      }
    >
      <div data-testid="outside" data-rows={rows ?? ''}>
        <p className="selectable">{pick(outside.words)}</p>
        {found.error ? <p className="warn">{w.outside.unreadable}</p> : null}
        {found.answer ? (
          rows === 0 ? (
            <p>{w.outside.sameContent}</p>
          ) : (
            <>
              <p>{w.outside.differs(found.answer.rows)}</p>
              <div className="outside-changes">
                <ChangeList
                  changes={found.answer.changes}
                  more={found.answer.more}
                  testid="outside-changes"
                />
              </div>
            </>
          )
        ) : null}
        <div className="ways three">
          <Way
            icon="floors"
            title={w.outside.merge}
            text={w.outside.mergeText}
            badge={w.outside.advised}
            disabled={busy || found.error !== null}
            onChoose={during(merge)}
            testid="outside-merge"
          />
          <Way
            icon="down"
            title={w.outside.theirs}
            text={w.outside.theirsText}
            disabled={busy || found.error !== null}
            onChoose={during(theirs)}
            testid="outside-theirs"
          />
          <Way
            icon="up"
            title={w.outside.mine}
            text={w.outside.mineText}
            disabled={busy}
            onChoose={during(mine)}
            testid="outside-mine"
          />
        </div>
      </div>
    </Modal>
  );
}

interface GoneProps {
  outside: Extract<OutsideView, { state: 'gone' }>;
  onLater: () => void;
}

function Gone({ outside, onLater }: GoneProps) {
  const w = useFileWords();
  const common = useWords();
  const pick = usePick();
  return (
    <Modal
      open
      width={520}
      title={w.outside.goneTitle}
      onCancel={onLater}
      footer={
        <>
          <button type="button" className="secondary" onClick={onLater} data-testid="outside-later">
            {w.outside.later}
          </button>{' '}
          <button
            type="button"
            className="secondary"
            onClick={() => void chooseAndSaveAs()}
            data-testid="outside-save-as"
          >
            {common.menu.saveAs}
          </button>{' '}
          <button
            type="button"
            className="primary"
            onClick={() => void saveNow().then(lookOutside)}
            data-testid="outside-write"
          >
            {w.outside.write}
          </button>
        </>
      }
    >
      <p className="selectable" data-testid="outside-gone">
        {pick(outside.words)}
      </p>
    </Modal>
  );
}

interface WayProps {
  icon: IconName;
  title: string;
  text: string;
  badge?: string;
  disabled?: boolean;
  onChoose: () => void;
  testid: string;
}

/** One of a few ways to go on, with what it means. */
export function Way({ icon, title, text, badge, disabled = false, onChoose, testid }: WayProps) {
  return (
    <button
      type="button"
      className="way"
      data-advised={badge ? true : undefined}
      disabled={disabled}
      onClick={onChoose}
      data-testid={testid}
    >
      <Icon name={icon} size={18} />
      <b>
        {title}
        {badge ? <i>{badge}</i> : null}
      </b>
      <span>{text}</span>
    </button>
  );
}
