// 逐级落实: who supervises a point at its tier and at each below.
// Relies on `duties`.
import { useCalled } from '../filing/useCalled';
import { useProject } from '../state/store';
import { useWords } from '../words';

export function Duties({ point }: { point: string }) {
  const w = useWords();
  const step = useProject((state) => state.project?.step);
  const { answer } = useCalled('duties', { point }, `${point}/${step}`);
  if (!answer || answer.length === 0) return null;
  return (
    <table className="duties" data-testid="duties" aria-label={w.control.duties}>
      <tbody>
        {answer.map((own) => (
          <tr key={own.tier}>
            <th>{own.name}</th>
            <td>{own.department_name || '—'}</td>
            <td className={own.person_name ? '' : 'warn'}>{own.person_name || w.control.notSet}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
