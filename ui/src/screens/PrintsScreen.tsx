// The fifth step: what goes on the wall, derived from the same model as the plan.
// Relies on the kinds that the program can print.

import { usePrintKinds } from '../prints/kinds';
import { usePrinting } from '../prints/PrintCards';
import { useWords } from '../words';
import { OpenFindings } from './OpenFindings';
import { Page } from './Page';

export function PrintsScreen() {
  const w = useWords();
  const { all, cards } = usePrinting(usePrintKinds(false));
  return (
    <Page title={w.steps.prints} text={w.exports.printsText} aside={all} testid="prints">
      <OpenFindings />
      {cards}
    </Page>
  );
}
