// The dialogs of identification and evaluation above the page.
// Relies on one store that says which of them is open.
import { ReportDialog } from '../dangers/ReportDialog';
import { useInspect } from '../inspect/state';
import { KeepEntry } from '../library/KeepEntry';
import { useJob } from '../lists/job';
import { ListImport } from '../lists/ListImport';
import { DutyRoom } from '../overview/DutyRoom';
import { PresetEditor } from '../presets/PresetEditor';
import { ScoreSheet } from '../scoring/ScoreSheet';
import { SheetsDialog } from '../sheets/SheetsDialog';
import { useDialogs } from '../state/dialogs';

export function EvaluateDialogs() {
  const { scoreSheet, assessorSheets, criteria, keepEntry, dutyRoom } = useDialogs();
  const taking = useJob((job) => job.open);
  const reporting = useInspect((own) => own.reporting);
  return (
    <>
      {taking ? <ListImport /> : null}
      {reporting ? <ReportDialog about={reporting} /> : null}
      {dutyRoom ? <DutyRoom /> : null}
      {scoreSheet ? <ScoreSheet key={scoreSheet} point={scoreSheet} /> : null}
      {assessorSheets ? <SheetsDialog /> : null}
      {criteria ? <PresetEditor key={criteria.code} code={criteria.code} kind={criteria.kind} /> : null}
      {keepEntry ? <KeepEntry key={keepEntry} point={keepEntry} /> : null}
    </>
  );
}
