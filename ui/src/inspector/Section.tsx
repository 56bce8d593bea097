// A part of the inspector: a small head and what stands below it.
// Relies on nothing.
import type { ReactNode } from 'react';

interface Props {
  title: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  testid?: string;
}

export function Section({ title, aside, children, testid }: Props) {
  return (
    <section className="sec" data-testid={testid}>
      <h3>
        <span>{title}</span>
        {aside}
      </h3>
      {children}
    </section>
  );
}
