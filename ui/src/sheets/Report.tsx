// What sheets bring, before it is taken: each file, and each row that is refused with the reason.
// Relies on Rust for every word of a refusal.
import { fileName } from '../format';
import type { SheetsReport } from '../ipc';
import { usePick, useSettings } from '../state/settings';
import { useWords } from '../words';

/** More rows than this are told by their number alone. */
const MOST = 300;

export function Report({ report }: { report: SheetsReport }) {
  const w = useWords();
  const pick = usePick();
  const english = useSettings((state) => state.language === 'en');
  return (
    <div data-testid="sheets-report" data-taken={report.taken} data-refused={report.refused.length}>
      <p className="sheets-sum">
        <b>{w.sheets.taken(report.taken)}</b>
        {report.unchanged > 0 ? <span>{w.sheets.unchanged(report.unchanged)}</span> : null}
        {report.blank > 0 ? <span className="faint">{w.sheets.empty(report.blank)}</span> : null}
        {report.refused.length > 0 ? (
          <span className="warn">{w.sheets.refused(report.refused.length)}</span>
        ) : null}
      </p>
      <ul className="sheets-files">
        {report.files.map((file) => (
          <li key={file.path} title={file.path}>
            <b>{file.assessor || '—'}</b>
            <span>
              {fileName(file.path)}
              {file.problem ? <em className="warn"> {pick(file.problem)}</em> : null}
            </span>
            <em className="faint">{w.sheets.line(file.taken, file.refused)}</em>
          </li>
        ))}
      </ul>
      {report.refused.length > 0 ? (
        <div className="sheets-scroll">
          <table className="sheets-rows">
            <thead>
              <tr>
                <th>{w.sheets.file}</th>
                <th>{w.sheets.row}</th>
                <th>{w.sheets.why}</th>
              </tr>
            </thead>
            <tbody>
              {report.refused.slice(0, MOST).map((row) => (
                <tr key={`${row.file}/${row.tab}/${row.row}/${row.code}`}>
                  <td>{[fileName(row.file), row.tab].filter(Boolean).join(' · ')}</td>
                  <td>{row.row > 0 ? row.row : ''}</td>
                  <td>{english ? row.english : row.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {report.refused.length > MOST ? (
        <p className="faint">{w.sheets.more(report.refused.length - MOST)}</p>
      ) : null}
    </div>
  );
}
