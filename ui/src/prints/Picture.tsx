// A small drawing of what a print looks like, in the colours of the levels.
// Relies on style sheets for the colours. Decoration only.
import type { PrintKind } from '../ipc';

export function Picture({ kind }: { kind: PrintKind }) {
  return (
    <svg className="print-picture" viewBox="0 0 160 96" aria-hidden="true">
      <Drawing kind={kind} />
    </svg>
  );
}

const TABLES: ReadonlySet<PrintKind> = new Set<PrintKind>(['plan-table', 'department-publication']);
const LETTERS: ReadonlySet<PrintKind> = new Set<PrintKind>([
  'check-sheet',
  'task-sheet',
  'rectification-notice',
  'case-file',
  'double-report',
  'month-report',
]);

function Drawing({ kind }: { kind: PrintKind }) {
  if (kind.includes('map')) return <MapPicture />;
  if (kind.includes('ledger') || TABLES.has(kind)) return <LedgerPicture />;
  if (LETTERS.has(kind)) return <LetterPicture />;
  return <CardPicture />;
}

function MapPicture() {
  return (
    <>
      <rect className="sheet" x="16" y="6" width="128" height="84" rx="2" />
      <path className="bold" d="M24 14h44" />
      <g className="fills">
        <rect data-level="high" x="24" y="24" width="42" height="26" />
        <rect data-level="major" x="66" y="24" width="20" height="26" />
        <rect data-level="medium" x="86" y="24" width="18" height="26" />
        <rect data-level="low" x="24" y="58" width="30" height="22" />
        <rect data-level="medium" x="54" y="58" width="26" height="22" />
        <rect data-level="none" x="80" y="58" width="24" height="22" />
        <rect data-level="high" x="24" y="50" width="80" height="8" />
      </g>
      <path className="thin" d="M112 26h24M112 33h20M112 40h24M112 52h18M112 59h24M112 66h14" />
    </>
  );
}

function CardPicture() {
  return (
    <>
      <rect className="sheet" x="50" y="6" width="60" height="84" rx="2" />
      <rect data-level="high" className="fill" x="50" y="6" width="60" height="18" />
      <path className="thin" d="M56 34h28M56 41h24M56 48h28M56 58h26M56 65h20M56 72h28" />
      <path className="sign" d="M97 32l8 14H89z" />
      <circle className="ban" cx="97" cy="57" r="6" />
      <path className="bold" d="M92 72h4v4h-4zM99 72h4v4h-4zM92 79h4v4h-4zM100 80h3" />
    </>
  );
}

function LetterPicture() {
  return (
    <>
      <rect className="sheet" x="48" y="6" width="64" height="84" rx="2" />
      <path className="bold" d="M64 16h32" />
      <path className="thin" d="M56 24h48M56 30h40" />
      <path className="thin" d="M56 38h48v24H56zM56 46h48M56 54h48M72 38v24" />
      <path className="thin" d="M56 72h14M76 72h28M56 80h14M76 80h28" />
    </>
  );
}

function LedgerPicture() {
  return (
    <>
      <rect className="sheet" x="16" y="6" width="128" height="84" rx="2" />
      <path className="bold" d="M52 15h56" />
      <path
        className="thin"
        d="M24 24h112M24 36h112M24 48h112M24 60h112M24 72h112M24 82h112M24 24v58M52 24v58M92 24v58M112 24v58M136 24v58"
      />
      <g className="fills">
        <rect data-level="major" x="113" y="37" width="22" height="10" />
        <rect data-level="high" x="113" y="49" width="22" height="10" />
        <rect data-level="medium" x="113" y="61" width="22" height="10" />
      </g>
    </>
  );
}
