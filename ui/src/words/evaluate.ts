// The words of identification and evaluation, area by area, as both languages take them in.
// Relies on each area keeping both languages beside each other.
import { compareEn, compareZh } from './compare';
import { controlEn, controlZh } from './control';
import { dangersEn, dangersZh, reportEn, reportZh, statisticsEn, statisticsZh } from './dangers';
import { healthEn, healthZh } from './health';
import { inspectEn, inspectZh } from './inspect';
import { libraryEn, libraryZh } from './library';
import { listsEn, listsZh } from './lists';
import { overviewEn, overviewZh } from './overview';
import { presetsEn, presetsZh } from './presets';
import { printsEn, printsZh } from './prints';
import { changesEn, changesZh, leavingEn, leavingZh, reviewEn, reviewZh } from './review';
import { roundsEn, roundsZh } from './rounds';
import { scoringEn, scoringZh } from './scoring';
import { sheetsEn, sheetsZh } from './sheets';
import { worksheetEn, worksheetZh } from './worksheet';

export const evaluateZh = {
  compare: compareZh,
  control: controlZh,
  dangers: dangersZh,
  health: healthZh,
  inspect: inspectZh,
  library: libraryZh,
  lists: listsZh,
  overview: overviewZh,
  presets: presetsZh,
  changes: changesZh,
  leaving: leavingZh,
  review: reviewZh,
  prints: printsZh,
  rounds: roundsZh,
  scoring: scoringZh,
  sheets: sheetsZh,
  report: reportZh,
  statistics: statisticsZh,
  worksheet: worksheetZh,
};

export const evaluateEn: typeof evaluateZh = {
  compare: compareEn,
  control: controlEn,
  dangers: dangersEn,
  health: healthEn,
  inspect: inspectEn,
  library: libraryEn,
  lists: listsEn,
  overview: overviewEn,
  presets: presetsEn,
  changes: changesEn,
  leaving: leavingEn,
  review: reviewEn,
  prints: printsEn,
  rounds: roundsEn,
  scoring: scoringEn,
  sheets: sheetsEn,
  report: reportEn,
  statistics: statisticsEn,
  worksheet: worksheetEn,
};
