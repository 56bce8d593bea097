// 安全月报: what is weak first, then the figures of the month as they are printed; and printing it.
// Relies on `month-report` for every sentence and number. Reckons nothing.
import { useState } from 'react';
import { addMonths, monthOf, today } from '../format/day';
import { useAsked } from '../inspect/useAsked';
import type { MonthReport, MonthWeakness, ReportSection, ReportSheet } from '../ipc';
import { errorText } from '../parts/fields';
import { Icon } from '../parts/icons';
import { MonthField } from '../parts/MonthField';
import { PapersDialog } from '../prints/PapersDialog';
import { usePick, useSettings } from '../state/settings';
import { useWords } from '../words';
import { ReportChart } from './ReportChart';
import { openTally } from './rows';

/** Reports are written when the month is nearly over or soon after: early in a month the last one is meant. */
function usualMonth(): string {
  const day = today();
  return Number(day.slice(8)) <= 10 ? addMonths(monthOf(day), -1) : monthOf(day);
}

export function MonthReportPanel() {
  const w = useWords();
  const language = useSettings((state) => state.language);
  const [month, setMonth] = useState(usualMonth);
  const [printing, setPrinting] = useState(false);
  const { answer, error } = useAsked('month-report', {
    year: Number(month.slice(0, 4)),
    month: Number(month.slice(5)),
  });
  return (
    <div className="month-report" data-testid="month-report" data-month={month}>
      <div className="statistics-bar">
        <MonthField month={month} onChange={(own) => own && setMonth(own)} testid="report-month" />
        {answer ? <span className="faint">{w.report.asOf(answer.today)}</span> : null}
        <span className="grow" />
        <button
          type="button"
          className="primary"
          onClick={() => setPrinting(true)}
          data-testid="report-print"
        >
          <Icon name="print" size={14} /> {w.report.print}
        </button>
      </div>
      {error ? <p className="field-error">{errorText(error, language)}</p> : null}
      {answer ? <Report report={answer} /> : null}
      {printing ? (
        <PapersDialog
          kinds={['month-report', 'patrol-ledger', 'plan-table', 'department-publication', 'danger-ledger']}
          chosen={['month-report']}
          month={month}
          onClose={() => setPrinting(false)}
        />
      ) : null}
    </div>
  );
}

function Report({ report }: { report: MonthReport }) {
  const w = useWords();
  const pick = usePick();
  const recorded = report.sections.filter((own) => own.recorded && own.key !== 'weak-points');
  const byHand = report.sections.filter((own) => !own.recorded);
  return (
    <>
      <Weak report={report} />
      {recorded.map((own) => (
        <SectionCard key={own.key} section={own} />
      ))}
      <section className="card" data-testid="report-by-hand">
        <header>
          <h2>{w.report.byHand}</h2>
          <p>{w.report.byHandText(byHand.map((own) => pick(own.title)))}</p>
        </header>
      </section>
    </>
  );
}

function Weak({ report }: { report: MonthReport }) {
  const w = useWords();
  const { weaknesses } = report;
  return (
    <section className="card" data-testid="report-weak" data-count={weaknesses.length}>
      <header>
        <h2>{w.report.weak}</h2>
        <p>{weaknesses.length > 0 ? w.report.weakText : w.report.weakNone}</p>
      </header>
      <ol className="report-weak">
        {weaknesses.map((own) => (
          <WeakLine key={`${own.code}/${own.title.chinese}`} weak={own} report={report} />
        ))}
      </ol>
    </section>
  );
}

function WeakLine({ weak, report }: { weak: MonthWeakness; report: MonthReport }) {
  const w = useWords();
  const pick = usePick();
  const title = pick(weak.title);
  return (
    <li>
      <button
        type="button"
        className="link"
        onClick={() => void openTally(title, weak.rows, report.period, w)}
        data-testid="report-weak-line"
        data-code={weak.code}
      >
        {title}
      </button>
      <p>{pick(weak.suggestion)}</p>
    </li>
  );
}

function SectionCard({ section }: { section: ReportSection }) {
  const pick = usePick();
  return (
    <section className="card report-section" data-testid={`report-${section.key}`}>
      <header>
        <h2>{pick(section.title)}</h2>
      </header>
      {section.paragraphs.map((own) => (
        <p key={own.chinese}>{pick(own)}</p>
      ))}
      {section.charts.length > 0 ? (
        <div className="report-charts">
          {section.charts.map((own) => (
            <ReportChart key={own.title.chinese} chart={own} />
          ))}
        </div>
      ) : null}
      <div className="report-tables">
        {section.tables.map((own) => (
          <Table key={own.title.chinese} sheet={own} />
        ))}
      </div>
    </section>
  );
}

function Table({ sheet }: { sheet: ReportSheet }) {
  const pick = usePick();
  return (
    <table className="report-table" data-testid="report-table">
      <caption>{pick(sheet.title)}</caption>
      <thead>
        <tr>
          {sheet.columns.map((own) => (
            <th key={own.chinese}>{pick(own)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sheet.rows.map((cells, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity and never move
          <tr key={at}>
            {cells.map((own, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity and never move
              <td key={column}>{pick(own)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
