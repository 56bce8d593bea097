// What is read of a drawing, what is not, and what the user should know.
// Relies on Rust for counts; kinds carry the names that the file's format has for them.
import { grouped } from '../../format';
import type { DrawingPreview } from '../../ipc';
import { usePick } from '../../state/settings';
import { useWords } from '../../words';

export function Counts({ found }: { found: DrawingPreview }) {
  const w = useWords();
  const pick = usePick();
  const counts = Object.entries(found.counts);
  const skipped = Object.entries(found.skipped);
  return (
    <section className="import-part">
      {counts.length > 0 ? (
        <p>
          <b>{w.importing.found}</b> {listed(counts)}
        </p>
      ) : null}
      <p data-testid="import-skipped">
        <b>{w.importing.skipped}</b> {skipped.length > 0 ? listed(skipped) : w.importing.skippedNone}
      </p>
      {found.warnings.length > 0 ? (
        <ul className="import-warnings" data-testid="import-warnings">
          {found.warnings.map((warning) => (
            <li key={warning.code + warning.text.chinese}>{pick(warning.text)}</li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function listed(counts: readonly [string, number][]): string {
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([kind, count]) => `${kind} ${grouped(count)}`)
    .join(' · ');
}
