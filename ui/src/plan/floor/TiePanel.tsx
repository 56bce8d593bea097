// Three places of the floor with their longitude and latitude, so that the plan can leave for maps in WGS 84.
// Relies on places being clicked on the plan one after the other, and on Rust to judge whether the three agree.
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { metres } from '../../format';
import type { Fix, Point } from '../../ipc';
import { attempt } from '../../state/actions';
import { useTable } from '../../state/rows';
import { useView } from '../../state/store';
import { useWords } from '../../words';
import { asked, useAsking } from '../asking';
import { takeTool } from '../chrome/toolList';

const NEEDED = 3;

export function TiePanel() {
  const inHand = useView((view) => view.tool === 'tie');
  const floor = useView((view) => view.floor);
  return inHand && floor ? <Panel key={floor} floor={floor} /> : null;
}

function Panel({ floor }: { floor: string }) {
  const w = useWords();
  const known = useTable('floor').get(floor)?.georeference ?? null;
  const [fixes, setFixes] = useState<readonly Fix[]>(known ?? []);
  const { what, points, count } = useAsking();
  useEffect(() => () => asked(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each click is one place
  useEffect(() => {
    const at: Point | undefined = what === 'tie' ? points[0] : undefined;
    if (at) setFixes((old) => (old.length < NEEDED ? [...old, { at, longitude: '', latitude: '' }] : old));
  }, [count]);
  const set = (index: number, part: Partial<Fix>) =>
    setFixes((old) => old.map((own, at) => (at === index ? { ...own, ...part } : own)));
  const whole =
    fixes.length === NEEDED && fixes.every((own) => isNumber(own.longitude) && isNumber(own.latitude));
  const apply = async (own: readonly Fix[]) => {
    if (await attempt({ type: 'georeference-floor', floor, fixes: [...own] })) takeTool('select');
  };
  return (
    <div className="ask-panel" data-testid="tie-panel">
      <b>{w.floors.tie}</b>
      <p className="faint">{w.floors.tieHint(fixes.length)}</p>
      {fixes.map((own, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fix is known by its place in the list
        <div key={index} className="tie-fix">
          <span className="faint">
            {index + 1} · {metres(own.at[0])}, {metres(own.at[1])}
          </span>
          <button
            type="button"
            className="link"
            onClick={() => setFixes((old) => old.filter((_, at) => at !== index))}
            data-testid={`tie-drop-${index}`}
          >
            {w.common.remove}
          </button>
          <Input
            size="small"
            value={own.longitude}
            placeholder={w.floors.longitude}
            aria-label={w.floors.longitude}
            onChange={(event) => set(index, { longitude: event.target.value.trim() })}
            data-testid={`tie-longitude-${index}`}
          />
          <Input
            size="small"
            value={own.latitude}
            placeholder={w.floors.latitude}
            aria-label={w.floors.latitude}
            onChange={(event) => set(index, { latitude: event.target.value.trim() })}
            data-testid={`tie-latitude-${index}`}
          />
        </div>
      ))}
      <div className="small-actions">
        {known ? (
          <Button size="small" onClick={() => void apply([])} data-testid="tie-remove">
            {w.floors.untie}
          </Button>
        ) : null}
        <Button
          size="small"
          type="primary"
          disabled={!whole}
          onClick={() => void apply(fixes)}
          data-testid="tie-apply"
        >
          {w.underlay.apply}
        </Button>
      </div>
    </div>
  );
}

function isNumber(text: string): boolean {
  return /^-?\d{1,3}(\.\d+)?$/.test(text);
}
