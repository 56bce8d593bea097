// How complete the points of each department are; the number opens those that are not.
// Relies on `completeness`.
import { useCalled } from '../filing/useCalled';
import { openPoints } from '../overview/behind';
import { useProject } from '../state/store';
import { useWords } from '../words';

export function Completeness() {
  const w = useWords();
  const path = useProject((state) => state.project?.file.path);
  const step = useProject((state) => state.project?.step);
  const { answer } = useCalled('completeness', {}, `${path}/${step}`);
  if (!answer || answer.length === 0) return null;
  return (
    <aside className="card completeness" data-testid="completeness">
      <h2>{w.health.completeness}</h2>
      <p className="faint">{w.health.completenessText}</p>
      <ul>
        {answer.map((own) => {
          const name = own.department === null ? w.health.noDepartment : own.name;
          const share = own.points > 0 ? own.complete / own.points : 0;
          return (
            <li key={own.department ?? 'none'}>
              <button
                type="button"
                disabled={own.open.length === 0}
                onClick={() => openPoints(name, own.open)}
                data-testid="completeness-row"
              >
                <span>{name}</span>
                <b>{w.health.complete(own.complete, own.points)}</b>
                <i className="share">
                  <i style={{ width: `${share * 100}%` }} />
                </i>
              </button>
            </li>
          );
        })}
      </ul>
    </aside>
  );
}
