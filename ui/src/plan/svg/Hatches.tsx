// The lines over the colours, so that levels can be told apart without colour.
// Relies on the vocabulary for which level has which lines. Knows no level by name.
import { memo } from 'react';
import type { Hatch, LevelEntry } from '../../ipc';

export function hatchUrl(prefix: string, level: LevelEntry): string | null {
  return level.print.hatch === 'plain' ? null : `url(#${prefix}-${level.value})`;
}

const STEP: Record<Hatch, number> = { plain: 8, dots: 11, diagonal: 8, cross: 9 };

function Lines({ hatch, step }: { hatch: Hatch; step: number }) {
  switch (hatch) {
    case 'plain':
      return null;
    case 'dots':
      return <circle cx={step / 2} cy={step / 2} r="1.15" className="hatch-dot" />;
    case 'diagonal':
      return (
        <path
          d={`M-1 ${step + 1}L${step + 1} -1M-1 1L1 -1M${step - 1} ${step + 1}L${step + 1} ${step - 1}`}
        />
      );
    case 'cross':
      return <path d={`M0 0L${step} ${step}M${step} 0L0 ${step}`} />;
  }
}

export const Hatches = memo(function Hatches({ levels, prefix }: { levels: LevelEntry[]; prefix: string }) {
  return (
    <defs>
      {levels.map((level) => {
        const step = STEP[level.print.hatch];
        return (
          <pattern
            key={level.value}
            id={`${prefix}-${level.value}`}
            data-level={level.value}
            className="hatch"
            width={step}
            height={step}
            patternUnits="userSpaceOnUse"
          >
            <Lines hatch={level.print.hatch} step={step} />
          </pattern>
        );
      })}
    </defs>
  );
});
