// A page without a plan: its head, what it is for, and its content in a readable width.
// Relies on nothing.
import type { ReactNode } from 'react';

interface Props {
  title: string;
  text: string;
  aside?: ReactNode;
  wide?: boolean;
  children: ReactNode;
  testid: string;
}

export function Page({ title, text, aside, wide = false, children, testid }: Props) {
  return (
    <main className={wide ? 'page wide' : 'page'} data-testid={testid}>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          <p>{text}</p>
        </div>
        {aside}
      </header>
      {children}
    </main>
  );
}

export function Card({
  title,
  text,
  aside,
  children,
}: {
  title: string;
  text?: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="card">
      <header>
        <h2>{title}</h2>
        {text ? <p>{text}</p> : null}
        {aside}
      </header>
      {children}
    </section>
  );
}
