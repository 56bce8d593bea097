// The safety signs: the shipped ones, exchanged for drawings of one's own or with more beside them.
// Relies on Rust for reading a drawing and for taking out of it what is not lines and surfaces.
import { Input, Modal, Select } from 'antd';
import { useEffect, useState } from 'react';
import { backend, toCallError } from '../backend';
import type { SignFamily, SignView } from '../ipc';
import { Labelled } from '../parts/fields';
import { attempt, changing } from '../state/actions';
import { notifyError } from '../state/notices';
import { usePick, useVocabulary } from '../state/settings';
import { useProject } from '../state/store';
import { useWords } from '../words';

const FAMILIES: readonly SignFamily[] = ['warning', 'prohibition', 'mandatory', 'safe-condition'];

function useSigns(): readonly SignView[] {
  const step = useProject((state) => state.project?.step);
  const [signs, setSigns] = useState<readonly SignView[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step may have changed a sign
  useEffect(() => {
    backend()
      .call('signs', {})
      .then(setSigns, (thrown) => notifyError(toCallError(thrown).api));
  }, [step]);
  return signs;
}

function chooseSvg(title: string): Promise<string | null> {
  return backend().pick({ title, what: 'open', filter: 'SVG', endings: ['svg'], suggested: '' });
}

/** A drawing as a picture: nothing in it runs. */
function address(drawing: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`;
}

export function Signs({ onClose }: { onClose: () => void }) {
  const w = useWords();
  const pick = usePick();
  const signs = useSigns();
  const [adding, setAdding] = useState(false);
  const exchange = async (sign: SignView) => {
    const path = await chooseSvg(w.prints.chooseSvg);
    if (!path) return;
    const name = pick(sign.title);
    await changing('take-sign', { path, replaces: sign.id, family: sign.family, name, accidents: [] });
  };
  const restore = async (sign: SignView) => {
    if (sign.own) await attempt({ type: 'remove', rows: [{ table: 'own_sign', id: sign.own }] });
  };
  return (
    <Modal open width={980} title={w.prints.signsTitle} onCancel={onClose} footer={null} style={{ top: 32 }}>
      <div className="signs" data-testid="signs">
        <div className="stale-head">
          <p className="faint">{w.prints.signsText}</p>
          <span className="grow" />
          <button type="button" className="secondary" onClick={() => setAdding(true)} data-testid="sign-add">
            {w.prints.add}
          </button>
        </div>
        {adding ? <NewSign onDone={() => setAdding(false)} /> : null}
        {FAMILIES.map((family) => (
          <section key={family}>
            <h3>{w.prints.families[family]}</h3>
            <ul>
              {signs
                .filter((sign) => sign.family === family)
                .map((sign) => (
                  <li key={sign.id || sign.own} data-own={sign.own !== null} data-testid="sign">
                    <img src={address(sign.drawing)} alt="" />
                    <span>{pick(sign.title)}</span>
                    {sign.own ? (
                      <button type="button" className="link" onClick={() => void restore(sign)}>
                        {sign.id ? w.prints.useShipped : w.prints.removeEmblem}
                      </button>
                    ) : (
                      <button type="button" className="link" onClick={() => void exchange(sign)}>
                        {w.prints.exchange}
                      </button>
                    )}
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Modal>
  );
}

function NewSign({ onDone }: { onDone: () => void }) {
  const w = useWords();
  const pick = usePick();
  const { accident_types } = useVocabulary();
  const [name, setName] = useState('');
  const [family, setFamily] = useState<SignFamily>('warning');
  const [accidents, setAccidents] = useState<string[]>([]);
  const take = async () => {
    const path = await chooseSvg(w.prints.chooseSvg);
    if (!path) return;
    const done = await changing('take-sign', { path, replaces: '', family, name: name.trim(), accidents });
    if (done) onDone();
  };
  return (
    <div className="sign-new">
      <Labelled label={w.prints.signName}>
        {(id) => (
          <Input
            id={id}
            value={name}
            onChange={(event) => setName(event.target.value)}
            data-testid="sign-name"
          />
        )}
      </Labelled>
      <Labelled label={w.prints.family}>
        {(id) => (
          <Select
            id={id}
            value={family}
            options={FAMILIES.map((own) => ({ value: own, label: w.prints.families[own] }))}
            onChange={setFamily}
          />
        )}
      </Labelled>
      <Labelled label={w.prints.accidents}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            value={accidents}
            options={accident_types.map((own) => ({ value: own.value, label: pick(own.name) }))}
            showSearch={{ optionFilterProp: 'label' }}
            maxTagCount={2}
            onChange={setAccidents}
          />
        )}
      </Labelled>
      <button
        type="button"
        className="primary"
        disabled={name.trim() === ''}
        onClick={() => void take()}
        data-testid="sign-take"
      >
        {w.prints.chooseSvg}
      </button>
      <button type="button" className="link" onClick={onDone}>
        {w.common.cancel}
      </button>
    </div>
  );
}
