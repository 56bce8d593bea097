// What the health check still has open, before something leaves the house.
// Relies on the findings. Nothing is shown when there is nothing serious.
import { Icon } from '../parts/icons';
import { useFindings } from '../state/findings';
import { goStep } from '../state/next';
import { useWords } from '../words';

export function OpenFindings() {
  const w = useWords();
  const findings = useFindings().filter((finding) => finding.ignored === null);
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const warnings = findings.filter((finding) => finding.severity === 'warning').length;
  if (errors + warnings === 0) return null;
  return (
    <button
      type="button"
      className="open-findings"
      onClick={() => goStep('check')}
      data-testid="open-findings"
    >
      <Icon name="alert" />
      <span>{w.deliver.open(errors, warnings)}</span>
      <em>{w.exports.look}</em>
      <Icon name="right" size={13} />
    </button>
  );
}
