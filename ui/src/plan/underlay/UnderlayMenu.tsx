// Pictures under the plan: opacity, lock, order of deeds to bring one to scale and to its place.
// Relies on Rust for every change; the tools in hand work on the chosen picture.
import { Button, InputNumber, Popover, Slider, Switch } from 'antd';
import { useState } from 'react';
import type { Underlay } from '../../ipc';
import { Icon } from '../../parts/icons';
import { attempt } from '../../state/actions';
import { useProject, useView } from '../../state/store';
import { useWords } from '../../words';
import { scaleNumber } from '../camera';
import { takeTool } from '../chrome/toolList';
import { useEye } from '../eye';
import { useImport } from '../import/importing';
import { useChosenUnderlay, useUnderlays } from './chosen';

export function UnderlayMenu() {
  const w = useWords();
  const underlays = useUnderlays();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      content={<Panel close={() => setOpen(false)} />}
      placement="bottomRight"
      trigger="click"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
    >
      <button type="button" className="seg-button" title={w.underlay.title} data-testid="underlay-menu">
        <Icon name="picture" size={14} />
        <span className="label">{w.underlay.title}</span>
        {underlays.length > 0 ? <em>{underlays.length}</em> : null}
      </button>
    </Popover>
  );
}

function Panel({ close }: { close: () => void }) {
  const w = useWords();
  const underlays = useUnderlays();
  const add = () => {
    close();
    useImport.setState({ open: true });
  };
  return (
    <div className="underlay-panel" data-testid="underlay-panel">
      {underlays.length === 0 ? <p className="faint">{w.underlay.none}</p> : null}
      {underlays.map((underlay) => (
        <One key={underlay.id} underlay={underlay} several={underlays.length > 1} close={close} />
      ))}
      <Button size="small" onClick={add} data-testid="underlay-add">
        {w.underlay.add}
      </Button>
    </div>
  );
}

interface OneProps {
  underlay: Underlay;
  several: boolean;
  close: () => void;
}

function One({ underlay, several, close }: OneProps) {
  const w = useWords();
  const row = { table: 'underlay' as const, id: underlay.id };
  const camera = useEye((eye) => eye.settled);
  const floor = useView((view) => view.floor);
  const calibrated = useProject((state) =>
    floor ? (state.project?.tables.floor.get(floor)?.calibrated ?? false) : false,
  );
  const set = (column: string, value: number) => void attempt({ type: 'set-field', row, column, value });
  const take = (tool: 'calibrate' | 'shift-underlay' | 'crop-underlay') => {
    useChosenUnderlay.setState({ id: underlay.id });
    takeTool(tool);
    close();
  };
  const edit = (part: { rotation?: number; millimetres_per_pixel?: string; uncrop?: boolean }) =>
    void attempt({
      type: 'edit-underlay',
      underlay: underlay.id,
      origin: null,
      rotation: part.rotation ?? null,
      millimetres_per_pixel: part.millimetres_per_pixel ?? null,
      crop: null,
      uncrop: part.uncrop ?? false,
    });
  return (
    <section className="underlay-one" data-testid="underlay" data-underlay-id={underlay.id}>
      <header>
        <b>{underlay.name || w.underlay.unnamed}</b>
        <Switch
          size="small"
          checked={!underlay.hidden}
          onChange={(shown) => set('hidden', shown ? 0 : 1)}
          aria-label={w.underlay.shown}
          data-testid="underlay-shown"
        />
        <button
          type="button"
          className="ib tiny"
          aria-pressed={underlay.locked}
          title={w.underlay.locked}
          onClick={() => set('locked', underlay.locked ? 0 : 1)}
          data-testid="underlay-locked"
        >
          <Icon name="lock" size={14} />
        </button>
        <button
          type="button"
          className="ib tiny"
          title={w.underlay.remove}
          disabled={underlay.locked}
          onClick={() => void attempt({ type: 'remove', rows: [row] })}
          data-testid="underlay-remove"
        >
          <Icon name="trash" size={14} />
        </button>
      </header>
      <p className="faint">
        {w.underlay.scale(Number(underlay.millimetres_per_pixel).toFixed(2))}
        {calibrated ? ` · ${w.underlay.printed(String(scaleNumber(camera)))}` : ` · ${w.floor.notToScale}`}
      </p>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the slider stands in it */}
      <label>
        {w.underlay.opacity}
        <Slider
          key={underlay.opacity}
          defaultValue={underlay.opacity}
          min={10}
          max={100}
          step={5}
          onChangeComplete={(value) => set('opacity', value)}
          data-testid="underlay-opacity"
        />
      </label>
      <fieldset className="underlay-deeds" disabled={underlay.locked}>
        <Button
          size="small"
          type="primary"
          onClick={() => take('calibrate')}
          data-testid="underlay-calibrate"
        >
          {w.underlay.calibrate}
        </Button>
        <Button size="small" onClick={() => take('shift-underlay')} data-testid="underlay-shift">
          {w.underlay.move}
        </Button>
        <Button size="small" onClick={() => take('crop-underlay')} data-testid="underlay-crop">
          {w.underlay.crop}
        </Button>
        {underlay.crop ? (
          <Button size="small" onClick={() => edit({ uncrop: true })} data-testid="underlay-uncrop">
            {w.underlay.uncrop}
          </Button>
        ) : null}
        <Numbers underlay={underlay} edit={edit} />
      </fieldset>
      {several ? <hr /> : null}
    </section>
  );
}

interface NumbersProps {
  underlay: Underlay;
  edit: (part: { rotation?: number; millimetres_per_pixel?: string }) => void;
}

function Numbers({ underlay, edit }: NumbersProps) {
  const w = useWords();
  const turned = (value: number | null) => {
    if (value === null) return;
    edit({ rotation: ((Math.round(value * 100) % 36_000) + 36_000) % 36_000 });
  };
  const scaled = (value: string | null) => {
    if (value && Number(value) > 0) edit({ millimetres_per_pixel: value });
  };
  return (
    <div className="small-form two">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the number field stands in it */}
      <label>
        {w.underlay.turn}
        <InputNumber
          key={underlay.rotation}
          size="small"
          defaultValue={underlay.rotation / 100}
          step={0.5}
          changeOnWheel={false}
          onBlur={(event) => turned(Number(event.target.value))}
          onPressEnter={(event) => (event.target as HTMLElement).blur()}
          data-testid="underlay-turn"
        />
      </label>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the number field stands in it */}
      <label>
        {w.underlay.resize}
        <InputNumber<string>
          key={underlay.millimetres_per_pixel}
          size="small"
          stringMode
          defaultValue={underlay.millimetres_per_pixel}
          onBlur={(event) => scaled(event.target.value)}
          onPressEnter={(event) => (event.target as HTMLElement).blur()}
          data-testid="underlay-scale"
        />
      </label>
    </div>
  );
}
