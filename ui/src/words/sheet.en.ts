// The page of shortcuts in English; the tools' own keys stand in `toolList.ts`.
// Relies on keys parted by spaces. Knows nothing of what hears them.
import type { SheetGroup } from './sheet.zh';

export const sheetEn: SheetGroup[] = [
  {
    title: 'Everywhere',
    keys: [
      ['Ctrl K', 'Find points, zones, commands'],
      ['Ctrl Z', 'Undo'],
      ['Ctrl Y', 'Redo'],
      ['Ctrl S', 'Save now'],
      ['Ctrl Shift S', 'Save as'],
      ['Ctrl O', 'Open a project'],
      ['Alt 1…8', 'Go to a step'],
      ['?', 'This page'],
    ],
  },
  {
    title: 'While drawing',
    keys: [
      ['Enter', 'Finish (or set what was typed)'],
      ['5.2', 'Length of the next piece in metres, towards the pointer'],
      ['5.2<90', 'Length and angle (against the clock, 90 is up)'],
      ['12,3', 'A place in metres'],
      ['@3,0', 'Seen from the last place'],
      ['Backspace', 'Take back what was typed, or the last corner'],
      ['Shift', 'Keep to steps of 45°'],
      ['Alt', 'Suspend snapping'],
      ['Esc', 'Give up; again: back to select'],
    ],
  },
  {
    title: 'Select and change',
    keys: [
      ['Shift click', 'Select one more or one less'],
      ['Shift drag', 'Box: rightwards what lies inside, leftwards what it touches'],
      ['Drag a corner', 'Neighbours follow; with Ctrl it moves alone'],
      ['Drag a side', 'Move a border, neighbours follow'],
      ['Double click a side', 'A new corner there'],
      ['Delete', 'Delete the selection (a chosen corner alone)'],
      ['← ↑ → ↓', 'Move by 0.1 m, with Shift by 1 m'],
      ['Ctrl A', 'Everything on this floor'],
      ['Ctrl C', 'Copy'],
      ['Ctrl X', 'Cut'],
      ['Ctrl V', 'Paste on this floor'],
      ['Ctrl D', 'Duplicate'],
    ],
  },
  {
    title: 'View',
    keys: [
      ['F', 'Fit everything'],
      ['Space', 'Hold and drag to move the view (or middle button)'],
      ['Wheel', 'Zoom; with Shift move sideways'],
      ['Double click', 'Enter a building on the general plan'],
    ],
  },
];
