// After two places of a picture were clicked: their true length; further lengths check it and say how well they agree.
// Relies on Rust for the scale that fits best. What was drawn stays unless the user asks otherwise.
import { Button, InputNumber, Switch } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { backend, toCallError } from '../../backend';
import { metres } from '../../format';
import type { Point, Reference } from '../../ipc';
import { attempt } from '../../state/actions';
import { notifyError } from '../../state/notices';
import { useView } from '../../state/store';
import { useWords } from '../../words';
import { asked, oneMore, useAsking } from '../asking';
import { takeTool } from '../chrome/toolList';
import { distance } from '../geometry';
import { underlayInHand, useChosenUnderlay, useUnderlays } from './chosen';

export function CalibratePanel() {
  const { what, points, count, references } = useAsking();
  const tool = useView((view) => view.tool);
  const [from, to] = points;
  const inHand = tool === 'calibrate';
  useEffect(() => {
    if (!inHand) asked();
  }, [inHand]);
  if (what !== 'calibrate' || !inHand || !from || !to) return null;
  return <Panel from={from} to={to} count={count} references={references} />;
}

interface PanelProps {
  from: Point;
  to: Point;
  count: number;
  references: readonly Reference[];
}

function Panel({ from, to, count, references }: PanelProps) {
  const w = useWords();
  const { id } = useChosenUnderlay();
  const underlay = underlayInHand(useUnderlays(), id);
  const [length, setLength] = useState<number | null>(null);
  const [along, setAlong] = useState(false);
  const [fit, setFit] = useState<string | null>(null);
  const field = useRef<HTMLDivElement>(null);
  const own = length && length > 0 ? [{ from, to, millimetres: Math.round(length * 1000) }] : [];
  const all = [...references, ...own];
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new pair of places is asked about anew
  useEffect(() => {
    setLength(null);
    // After the press that set the second place, which takes the focus away.
    const timer = setTimeout(() => field.current?.querySelector('input')?.focus());
    return () => clearTimeout(timer);
  }, [count]);
  const wanted = JSON.stringify(all);
  useEffect(() => {
    const own = JSON.parse(wanted) as Reference[];
    setFit(null);
    if (own.length < 2) return;
    let over = false;
    backend()
      .call('try-scale', { references: own })
      .then((found) => {
        const off = found.residuals_mm.map((one) => metres(Math.abs(one))).join(' / ');
        if (!over) setFit(`${off} (${found.worst_percent.toFixed(2)} %)`);
      })
      .catch((thrown: unknown) => notifyError(toCallError(thrown).api));
    return () => {
      over = true;
    };
  }, [wanted]);
  if (!underlay) return <div className="ask-panel">{w.underlay.none}</div>;
  const another = () => oneMore(all);
  const apply = async () => {
    const [first, ...more] = all;
    if (!first) return;
    const done = await attempt({
      type: 'calibrate',
      underlay: underlay.id,
      from: first.from,
      to: first.to,
      millimetres: first.millimetres,
      more,
      move_drawn: along,
    });
    if (!done) return;
    asked();
    takeTool('select');
  };
  return (
    <div className="ask-panel" data-testid="calibrate-panel" ref={field}>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the number field stands in it */}
      <label>
        {w.underlay.length}
        <InputNumber
          value={length}
          min={0.01}
          step={0.1}
          controls={false}
          onChange={setLength}
          onPressEnter={() => void apply()}
          data-testid="calibrate-length"
        />
      </label>
      <p className="faint">{w.underlay.measured(metres(distance(from, to)))}</p>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch stands in it */}
      <label className="ask-switch" title={w.underlay.alsoShapesHint}>
        <Switch size="small" checked={along} onChange={setAlong} data-testid="calibrate-along" />
        {w.underlay.alsoShapes}
      </label>
      {fit ? <p data-testid="calibrate-fit">{w.underlay.fit(fit)}</p> : null}
      <div className="small-actions">
        <Button
          size="small"
          disabled={own.length === 0}
          onClick={() => another()}
          data-testid="calibrate-more"
        >
          {w.underlay.checkThird}
        </Button>
        <Button
          size="small"
          type="primary"
          disabled={own.length === 0}
          onClick={() => void apply()}
          data-testid="calibrate-apply"
        >
          {w.underlay.apply}
        </Button>
      </div>
    </div>
  );
}
