// All shortcuts on one page.
// Relies on the words beside the keys; the keys themselves stand in `shortcuts.ts`.
import { Modal } from 'antd';
import { ALL_TOOLS } from '../plan/chrome/toolList';
import { useSurface } from '../state/store';
import { useWords } from '../words';

export function Sheet() {
  const w = useWords();
  const tools = ALL_TOOLS.map(({ id, key }): [string, string] => [key, w.tools[id]]);
  const [first, ...others] = w.sheet.groups;
  const groups = [...(first ? [first] : []), { title: w.sheet.tools, keys: tools }, ...others];
  return (
    <Modal
      open
      width={1060}
      style={{ top: 32 }}
      title={w.sheet.title}
      footer={null}
      onCancel={() => useSurface.setState({ sheet: false })}
    >
      <div className="sheet" data-testid="sheet">
        {groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.keys.map(([keys, text]) => (
                <div key={text}>
                  <dt>
                    {keys.split(' ').map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
