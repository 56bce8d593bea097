// Deleting what is selected: one zone or point after a question, several shapes and parts of the drawing at once.
// Relies on undo for everything that goes. Knows nothing of what goes with a row.
import type { RowId } from '../../ipc';
import { attempt } from '../../state/actions';
import { useSelection } from '../../state/store';
import { selected } from '../effects';

/** Asks before a single zone or point; `false` when there was nothing to delete. */
export function removeSelected(ask: (row: RowId) => void): boolean {
  const rows = selected();
  const [own] = rows;
  if (!own) return false;
  if (rows.length === 1 && own.table !== 'plan_element') {
    ask(own);
    return true;
  }
  useSelection.setState({ row: null, corner: null });
  void attempt({ type: 'remove', rows });
  return true;
}
