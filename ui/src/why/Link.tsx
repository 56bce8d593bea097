// One link of the chain from a colour to its reasons.
// Relies on the list around it for the line.
import type { ReactNode } from 'react';
import type { RiskLevel } from '../ipc';

interface Props {
  title: string;
  level?: RiskLevel | null;
  children: ReactNode;
}

export function Link({ title, level, children }: Props) {
  return (
    <li data-level={level ?? 'none'}>
      <h4>{title}</h4>
      <div>{children}</div>
    </li>
  );
}
