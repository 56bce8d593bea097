// The corners of a zone's outline as typed numbers, in metres.
// Relies on `reshape-zone`; an outline that is none is refused below the field.
import { useState } from 'react';
import type { Outline, Point } from '../ipc';
import { BareTextField } from '../parts/fields';
import { withCorner } from '../plan/geometry';
import { execute } from '../state/actions';
import { useSelection } from '../state/store';
import { useWords } from '../words';
import { wrongLength } from './BasicsTab';

export function Corners({ zone, outline }: { zone: string; outline: Outline }) {
  const w = useWords();
  const [open, setOpen] = useState(false);
  const ring = outline[0] ?? [];
  return (
    <section className="sec">
      <button
        type="button"
        className="link"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        data-testid="zone-corners"
      >
        {w.zone.corners(ring.length)}
      </button>
      {open ? (
        <ol className="corners">
          {ring.map((corner, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a corner is known by its place
            <Corner key={index} zone={zone} outline={outline} index={index} corner={corner} />
          ))}
        </ol>
      ) : null}
    </section>
  );
}

interface Props {
  zone: string;
  outline: Outline;
  index: number;
  corner: Point;
}

function Corner({ zone, outline, index, corner }: Props) {
  const keep = (axis: 0 | 1) => async (text: string) => {
    const value = Number(text) * 1000;
    if (!Number.isFinite(value) || text.trim() === '') throw wrongLength;
    const at: Point = axis === 0 ? [value, corner[1]] : [corner[0], value];
    await execute({
      type: 'reshape-zone',
      zone,
      floor: null,
      overlap: 'allow',
      outline: withCorner(outline, 0, index, at),
    });
  };
  const shown = (value: number) => (value / 1000).toFixed(2);
  return (
    <li
      className="form"
      onFocus={() => useSelection.setState({ corner: { ring: 0, index } })}
      onBlur={() => useSelection.setState({ corner: null })}
    >
      <BareTextField value={shown(corner[0])} keep={keep(0)} label={`${index + 1} X (m)`} testid="corner-x" />
      <BareTextField value={shown(corner[1])} keep={keep(1)} label="Y (m)" testid="corner-y" />
    </li>
  );
}
