// Everything about the project's file that opens above the page, on the first screen and in the workbench.
// Relies on one store. At most one of each kind is open.
import { useEffect } from 'react';
import { HandOverDialog } from '../handover/HandOverDialog';
import { ReceivedDialog } from '../handover/ReceivedDialog';
import { useReceived } from '../handover/useReceived';
import { PastDialog } from '../history/PastDialog';
import { Dropped } from '../merge/Dropped';
import { MergeDialog } from '../merge/MergeDialog';
import { Outside } from '../merge/Outside';
import { MakeBackup, OpenBackup } from '../recovery/BackupDialog';
import { LookDialog } from '../recovery/LookDialog';
import { Damaged, Recovered } from '../recovery/Recovery';
import { VersionsDialog } from '../recovery/VersionsDialog';
import { useProject } from '../state/store';
import { NOTHING_OPEN, useFiling } from './store';

export default function FilingAbove() {
  const filing = useFiling();
  const open = useProject((state) => state.project !== null);
  const path = useProject((state) => state.project?.file.path);
  useReceived();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is open belongs to the project that was open
  useEffect(() => {
    const { damaged, recovered, outside, received } = useFiling.getState();
    useFiling.setState({ ...NOTHING_OPEN, damaged, recovered, outside, received });
  }, [path]);
  return (
    <>
      {open ? <Outside /> : null}
      {open && filing.merge ? <MergeDialog paths={filing.merge} /> : null}
      {open && filing.dropped ? <Dropped path={filing.dropped} /> : null}
      {open && filing.past !== null ? <PastDialog sequence={filing.past} /> : null}
      {open && filing.handOver ? <HandOverDialog /> : null}
      {open && filing.received && !filing.merge ? <ReceivedDialog received={filing.received} /> : null}
      {open && filing.versions ? <VersionsDialog /> : null}
      {open && filing.looked ? <LookDialog looked={filing.looked} /> : null}
      {open && filing.backup === 'make' ? <MakeBackup /> : null}
      {filing.backup === 'open' ? <OpenBackup /> : null}
      {filing.damaged ? <Damaged path={filing.damaged.path} error={filing.damaged.error} /> : null}
      {filing.recovered ? <Recovered recovered={filing.recovered} /> : null}
    </>
  );
}
