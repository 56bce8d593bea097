// Levels as a ring whose parts open their points, and how the levels went over the month.
// Relies on counts from Rust and on the colours that the page has for levels.
import type { Moment, Overview, RiskLevel } from '../ipc';
import { usePick, useVocabulary } from '../state/settings';
import { useWords } from '../words';
import { openPoints } from './behind';
import { arcMiddle, arcPath, arcsOf, stackedAreas } from './shapes';

type Counted = RiskLevel | 'unassessed';

const [INNER, OUTER] = [27, 46];
/** Shares smaller than this have no room for a number. */
const LEAST = 0.045;

export function LevelRing({ overview, large = false }: { overview: Overview; large?: boolean }) {
  const w = useWords();
  const pick = usePick();
  const parts = overview.levels.map((group) => {
    const key = (group.key || 'unassessed') as Counted;
    return { key, title: pick(group.title), value: group.total, points: group[key].points };
  });
  return (
    <div className={large ? 'level-ring large' : 'level-ring'} data-testid="level-ring">
      <svg viewBox="-50 -50 100 100" role="img" aria-label={w.overview.levels}>
        {arcsOf(parts).map((arc) => {
          const part = parts.find((own) => own.key === arc.key);
          const [x, y] = arcMiddle(arc, (INNER + OUTER) / 2);
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: the tiles beside the ring are the same for the keyboard
            <g
              key={arc.key}
              data-level={arc.key}
              className="ring-part"
              onClick={() => (part ? openPoints(part.title, part.points) : undefined)}
            >
              <title>{`${part?.title ?? ''} ${part?.value ?? 0}`}</title>
              <path d={arcPath(arc, INNER, OUTER)} />
              {arc.to - arc.from > LEAST ? (
                <text x={x} y={y}>
                  {part?.value}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
      <p>
        <strong>{overview.points.count}</strong>
        {w.overview.all}
      </p>
    </div>
  );
}

const [WIDE, HIGH] = [600, 110];

export function Trend({ moments, large = false }: { moments: readonly Moment[]; large?: boolean }) {
  const w = useWords();
  const { levels } = useVocabulary();
  // The worst stands at the bottom, where a change is seen best.
  const keys: Counted[] = [...levels.map((level) => level.value), 'unassessed'];
  const paths = stackedAreas(
    keys.map((key) => moments.map((moment) => moment.whole[key])),
    WIDE,
    HIGH,
  );
  const [first, last] = [moments[0], moments.at(-1)];
  return (
    <figure className={large ? 'trend large' : 'trend'} data-testid="trend">
      <svg
        viewBox={`0 0 ${WIDE} ${HIGH}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={w.overview.trend}
      >
        {keys.map((key, index) => (
          <path key={key} data-level={key} d={paths[index]} />
        ))}
      </svg>
      <figcaption>
        <span>{first ? timeOf(first.at) : ''}</span>
        <b>{w.overview.trend}</b>
        <span>{last ? timeOf(last.at) : ''}</span>
      </figcaption>
    </figure>
  );
}

function timeOf(utc: string): string {
  const at = new Date(utc);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getMonth() + 1}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
