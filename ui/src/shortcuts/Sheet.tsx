// All shortcuts on one page.
// Relies on the words beside the keys; the keys themselves stand in `shortcuts.ts`.
import { Modal } from 'antd';
import { useSurface } from '../state/store';
import { useWords } from '../words';

export function Sheet() {
  const w = useWords();
  return (
    <Modal
      open
      width={720}
      title={w.sheet.title}
      footer={null}
      onCancel={() => useSurface.setState({ sheet: false })}
    >
      <div className="sheet" data-testid="sheet">
        {w.sheet.groups.map((group) => (
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
