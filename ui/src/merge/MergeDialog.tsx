// Merging copies into the open project: the copies at the left, what they disagree about and what comes in at the right.
// Relies on `merge-preview` for everything that is shown; the merge is one step that can be undone.
// Decides no conflict by itself.
import { Modal } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { backend } from '../backend';
import { ChangeList } from '../filing/ChangeList';
import { useFiling } from '../filing/store';
import { useCalled } from '../filing/useCalled';
import type { ConflictChoice, MergeArgs, MergePreview, OfferView, SameRow } from '../ipc';
import { Empty } from '../parts/Empty';
import { errorText } from '../parts/fields';
import { stepBy } from '../state/actions';
import { notify } from '../state/notices';
import { useSettings } from '../state/settings';
import { useProject } from '../state/store';
import { useWords } from '../words';
import { bothFileWords, useFileWords } from '../words/file';
import { Conflicts } from './Conflicts';
import { Copies } from './Copies';
import { groupsOf, isOpen } from './choices';
import { MergedPlan } from './MergedPlan';
import { Offers } from './Offers';
import { lookOutside } from './useOutside';

type Tab = 'conflicts' | 'arrivals' | 'offers' | 'map';

export function MergeDialog({ paths }: { paths: readonly string[] }) {
  const w = useFileWords();
  const common = useWords();
  const language = useSettings((state) => state.language);
  const step = useProject((state) => state.project?.step);
  const [chosen, setChosen] = useState<readonly ConflictChoice[]>([]);
  const [same, setSame] = useState<readonly SameRow[]>([]);
  const [tab, setTab] = useState<Tab>('conflicts');
  const [busy, setBusy] = useState(false);
  const args: MergeArgs = { paths: [...paths], prefer: null, chosen: [...chosen], same: [...same] };
  const { answer, error, waiting } = useCalled('merge-preview', args, JSON.stringify([args, step]));
  const groups = useMemo(() => groupsOf(answer?.conflicts ?? [], chosen), [answer, chosen]);
  const choosable = groups.filter((group) => group.kind !== 'follows');
  const open = groups.filter(isOpen).length;
  const offers = useSeenOffers(answer);
  const close = () => useFiling.setState({ merge: null });
  const merge = async () => {
    setBusy(true);
    const done = await stepBy(() => backend().call('merge', args));
    setBusy(false);
    if (!done) return;
    close();
    useFiling.setState({ outside: { state: 'same' } });
    void lookOutside();
    notify({ kind: 'done', text: bothFileWords((words) => words.merge.done) });
  };
  const tabs: [Tab, string][] = [
    [
      'conflicts',
      !answer
        ? w.merge.conflictsSoon
        : choosable.length
          ? w.merge.conflicts(open, choosable.length)
          : w.merge.noConflicts,
    ],
    ['arrivals', w.merge.arrivals(answer?.merged ?? 0)],
    ...(offers.length ? [['offers', w.merge.offers(offers.length)] as [Tab, string]] : []),
    ['map', w.merge.map],
  ];
  return (
    <Modal
      open
      width="min(1240px, calc(100vw - 48px))"
      style={{ top: 24 }}
      title={w.merge.title}
      onCancel={close}
      mask={{ closable: false }}
      footer={
        <div className="outside-foot">
          <p className="faint">{w.merge.hint}</p>
          <button type="button" className="secondary" onClick={close} data-testid="merge-cancel">
            {common.common.cancel}
          </button>
          <button
            type="button"
            className="primary"
            disabled={busy || waiting || !answer || open > 0 || answer.merged === 0}
            onClick={() => void merge()}
            data-testid="merge-go"
          >
            {busy || !answer
              ? w.common.working
              : open > 0
                ? w.merge.still(open)
                : w.merge.go(answer?.merged ?? 0)}
          </button>
        </div>
      }
    >
      <div
        className="merge"
        data-testid="merge"
        data-open={answer ? open : ''}
        data-conflicts={answer ? choosable.length : ''}
        data-merged={answer?.merged ?? ''}
        data-state={waiting ? 'waiting' : error ? 'failed' : 'ready'}
      >
        <Copies paths={paths} preview={answer} />
        <div className="merge-body">
          <div className="page-tabs" role="tablist">
            {tabs.map(([id, name]) => (
              <button
                key={id}
                type="button"
                role="tab"
                aria-selected={tab === id}
                onClick={() => setTab(id)}
                data-testid={`merge-tab-${id}`}
              >
                {name}
              </button>
            ))}
          </div>
          <div className="merge-scroll" data-tab={tab}>
            {error ? (
              <p className="warn" role="alert" data-testid="merge-error">
                {errorText(error, language)}
              </p>
            ) : !answer ? (
              <p className="faint">{w.common.working}</p>
            ) : (
              <Shown
                tab={tab}
                preview={answer}
                offers={offers}
                groups={groups}
                chosen={chosen}
                onChosen={setChosen}
                same={same}
                onSame={setSame}
              />
            )}
          </div>
        </div>
      </div>
    </Modal>
  );
}

/** Every offer so far: an accepted one is no offer any more, and can still be taken back. */
function useSeenOffers(preview: MergePreview | null): readonly OfferView[] {
  const seen = useRef(new Map<string, OfferView>());
  for (const offer of preview?.offers ?? []) {
    seen.current.set(`${offer.rows.theirs.id}/${offer.rows.ours.id}`, offer);
  }
  return [...seen.current.values()];
}

interface ShownProps {
  tab: Tab;
  preview: MergePreview;
  offers: readonly OfferView[];
  groups: ReturnType<typeof groupsOf>;
  chosen: readonly ConflictChoice[];
  onChosen: (chosen: readonly ConflictChoice[]) => void;
  same: readonly SameRow[];
  onSame: (same: readonly SameRow[]) => void;
}

function Shown({ tab, preview, offers, groups, chosen, onChosen, same, onSame }: ShownProps) {
  const w = useFileWords();
  if (tab === 'map') return <MergedPlan preview={preview} />;
  if (tab === 'offers') return <Offers offers={offers} same={same} onSame={onSame} />;
  if (preview.merged === 0 && groups.length === 0) {
    return <Empty title={w.merge.nothing} text={w.merge.nothingText} />;
  }
  if (tab === 'arrivals') {
    return <ChangeList changes={preview.arrivals} more={preview.more} testid="merge-arrivals" />;
  }
  if (groups.length === 0) return <Empty title={w.merge.noConflicts} text={w.merge.noConflictsText} />;
  return <Conflicts groups={groups} chosen={chosen} onChosen={onChosen} />;
}
