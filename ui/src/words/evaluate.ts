// The words of identification and evaluation, area by area, as both languages take them in.
// Relies on each area keeping both languages beside each other.
import { compareEn, compareZh } from './compare';
import { libraryEn, libraryZh } from './library';
import { presetsEn, presetsZh } from './presets';
import { printsEn, printsZh } from './prints';
import { roundsEn, roundsZh } from './rounds';
import { scoringEn, scoringZh } from './scoring';
import { sheetsEn, sheetsZh } from './sheets';
import { worksheetEn, worksheetZh } from './worksheet';

export const evaluateZh = {
  compare: compareZh,
  library: libraryZh,
  presets: presetsZh,
  prints: printsZh,
  rounds: roundsZh,
  scoring: scoringZh,
  sheets: sheetsZh,
  worksheet: worksheetZh,
};

export const evaluateEn: typeof evaluateZh = {
  compare: compareEn,
  library: libraryEn,
  presets: presetsEn,
  prints: printsEn,
  rounds: roundsEn,
  scoring: scoringEn,
  sheets: sheetsEn,
  worksheet: worksheetEn,
};
