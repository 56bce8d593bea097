// A number that opens the rows behind it; nought opens nothing.
// Relies on the tally keeping the ids that it counts.
import type { OverviewTally } from '../ipc';
import { openPoints } from './behind';

interface Props {
  tally: OverviewTally;
  title: string;
  testid?: string;
}

export function Count({ tally, title, testid }: Props) {
  return (
    <button
      type="button"
      className="number"
      disabled={tally.count === 0}
      title={title}
      onClick={() => openPoints(title, tally.points)}
      data-testid={testid}
    >
      {tally.count}
    </button>
  );
}
