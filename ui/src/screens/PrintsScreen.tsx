// The fifth step: what goes on the wall, derived from the same model as the plan.
// Relies on the kinds that the program can print.

import { usePrintKinds } from '../prints/kinds';
import { PrintCards } from '../prints/PrintCards';
import { useWords } from '../words';
import { OpenFindings } from './OpenFindings';
import { Page } from './Page';

export function PrintsScreen() {
  const w = useWords();
  const kinds = usePrintKinds(false);
  return (
    <Page title={w.steps.prints} text={w.exports.printsText} testid="prints">
      <OpenFindings />
      <PrintCards kinds={kinds} />
    </Page>
  );
}
