// Cells of a pasted block that cannot be taken, before anything is written.
// Relies on Rust for the words of each.
import { Modal } from 'antd';
import { useSettings } from '../state/settings';
import { useWords } from '../words';
import { usePasting, writeAccepted } from './write';

const MOST = 200;

export function RefusedCells() {
  const w = useWords();
  const english = useSettings((state) => state.language === 'en');
  const waiting = usePasting((state) => state.waiting);
  if (!waiting) return null;
  const close = () => usePasting.setState({ waiting: null });
  return (
    <Modal
      open
      width={640}
      title={w.worksheet.refusedTitle(waiting.refused.length)}
      onCancel={close}
      onOk={() => void writeAccepted()}
      okText={w.worksheet.takeOthers(waiting.taken)}
      cancelText={w.worksheet.takeNone}
      okButtonProps={{ disabled: waiting.taken === 0, 'data-testid': 'paste-take' }}
      cancelButtonProps={{ 'data-testid': 'paste-give-up' }}
    >
      <p>{w.worksheet.refusedText}</p>
      <div className="sheets-scroll" data-testid="paste-refused">
        <table className="sheets-rows">
          <thead>
            <tr>
              <th>{w.worksheet.row}</th>
              <th>{w.worksheet.column}</th>
              <th>{w.worksheet.cell}</th>
              <th>{w.sheets.why}</th>
            </tr>
          </thead>
          <tbody>
            {waiting.refused.slice(0, MOST).map((fault) => (
              <tr key={`${fault.row}/${fault.column}`}>
                <td>{fault.row}</td>
                <td>{fault.column_name}</td>
                <td>{fault.text}</td>
                <td>{english ? fault.english : fault.chinese}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Modal>
  );
}
