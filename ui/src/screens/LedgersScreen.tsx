// The seventh step: tables for the office.
// Relies on the kinds that the program can print.

import { usePrintKinds } from '../prints/kinds';
import { usePrinting } from '../prints/PrintCards';
import { useWords } from '../words';
import { OpenFindings } from './OpenFindings';
import { Page } from './Page';

export function LedgersScreen() {
  const w = useWords();
  const { cards } = usePrinting(usePrintKinds(true));
  return (
    <Page title={w.steps.ledgers} text={w.exports.ledgersText} testid="ledgers">
      <OpenFindings />
      {cards}
      <p className="faint">{w.exports.monthly}</p>
    </Page>
  );
}
