// What was written, and what a reader of the prints should know.
// Relies on the report: every file in it was read back.
import { fileName } from '../format';
import type { ExportReport, PrintKindView } from '../ipc';
import { Icon } from '../parts/icons';
import { usePick } from '../state/settings';
import { useWords } from '../words';

export function ExportSummary({ report, kinds }: { report: ExportReport; kinds: PrintKindView[] }) {
  const w = useWords();
  const pick = usePick();
  const { files, problems, cancelled } = report;
  const headline = cancelled
    ? w.exports.cancelled(files.length)
    : files.length === 0
      ? w.exports.nothing
      : w.exports.written(files.length);
  return (
    <div className="export-summary" data-testid="export-report" data-cancelled={cancelled}>
      <p className="export-headline">
        <Icon name={cancelled || problems.length > 0 || files.length === 0 ? 'info' : 'check'} size={18} />
        {headline}
      </p>
      <ul className="export-files">
        {files.map((file) => {
          const kind = kinds.find((own) => own.kind === file.kind);
          return (
            <li key={file.path} data-testid="export-file" data-path={file.path}>
              <Icon name="file" size={14} />
              <span>{fileName(file.path)}</span>
              <em>
                {kind ? pick(kind.title) : ''} · {w.exports.pages(file.pages)}
              </em>
            </li>
          );
        })}
      </ul>
      {problems.length > 0 ? (
        <>
          <h4>{w.exports.problems(problems.length)}</h4>
          <ul className="export-problems">
            {problems.map((problem) => (
              <li key={`${problem.code}${problem.piece}${problem.text.english}`} data-testid="export-problem">
                <b>{problem.piece}</b> {pick(problem.text)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
