// The layers of a drawing with what each holds and what it seems to be; a check mark takes it along.
// Relies on Rust for counts and roles. A role is a handle for all layers that seem to be alike.
import { Checkbox } from 'antd';
import { grouped } from '../../format';
import type { DrawingPreview, Role } from '../../ipc';
import { useWords } from '../../words';
import type { ImportJob } from './job';

export function LayerList({ job, found }: { job: ImportJob; found: DrawingPreview }) {
  const w = useWords();
  const { layers } = found;
  if (layers.length === 0) return null;
  const chosen = new Set(job.choice.options.layers ?? layers.map((layer) => layer.name));
  const take = (names: Iterable<string>) => job.choose({ layers: [...names] });
  const roles = [...new Set(layers.map((layer) => layer.role))];
  const toggleRole = (role: Role) => {
    const own = layers.filter((layer) => layer.role === role).map((layer) => layer.name);
    const all = own.every((name) => chosen.has(name));
    take(all ? [...chosen].filter((name) => !own.includes(name)) : new Set([...chosen, ...own]));
  };
  return (
    <section className="import-part">
      <h3>
        {w.importing.layers} {chosen.size} / {layers.length}
        <button
          type="button"
          className="link"
          onClick={() => take(layers.map((layer) => layer.name))}
          data-testid="import-layers-all"
        >
          {w.importing.all}
        </button>
        <button type="button" className="link" onClick={() => take([])} data-testid="import-layers-none">
          {w.importing.nothing}
        </button>
      </h3>
      <div className="import-roles">
        {roles.map((role) => (
          <button
            key={role}
            type="button"
            aria-pressed={layers.every((layer) => layer.role !== role || chosen.has(layer.name))}
            onClick={() => toggleRole(role)}
            data-testid={`import-role-${role}`}
          >
            {w.importing.roles[role]}
          </button>
        ))}
      </div>
      <ul className="import-layers">
        {layers.map((layer) => (
          <li key={layer.name} data-testid="import-layer" data-layer={layer.name}>
            <Checkbox
              checked={chosen.has(layer.name)}
              onChange={({ target }) =>
                take(
                  target.checked
                    ? [...chosen, layer.name]
                    : [...chosen].filter((name) => name !== layer.name),
                )
              }
            >
              {layer.name || '0'}
            </Checkbox>
            <span>{w.importing.roles[layer.role]}</span>
            <em>{grouped(layer.count)}</em>
          </li>
        ))}
      </ul>
    </section>
  );
}
