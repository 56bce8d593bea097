// A line that says what the tool in hand does next, with what is typed and the tool's own numbers.
// Relies on tools by name and on the session for what is typed.
import { InputNumber, Select } from 'antd';
import type { Overlap } from '../../ipc';
import { usePick, useVocabulary } from '../../state/settings';
import { type ToolId, useView } from '../../state/store';
import { type Dictionary, useWords } from '../../words';
import { TemplateChoice } from '../floor/TemplateChoice';
import { useSession } from '../session';
import { readTyped } from '../tools/typed';
import { takeTool } from './toolList';

/** Tools that say something else once a gesture is under way. */
const ON: Partial<Record<ToolId, keyof Dictionary['hints']>> = {
  polygon: 'polygonOn',
  circle: 'circleOn',
  along: 'alongOn',
  wall: 'wallOn',
  stair: 'stairOn',
  column: 'columnOn',
  dimension: 'dimensionOn',
  route: 'routeOn',
  calibrate: 'calibrateOn',
};

const ZONE_TOOLS: ReadonlySet<ToolId> = new Set<ToolId>([
  'polygon',
  'rectangle',
  'circle',
  'along',
  'rooms',
  'template',
]);
const OVERLAPS: readonly Overlap[] = ['allow', 'refuse', 'cut-new', 'cut-others'];

function hintFor(w: Dictionary, tool: ToolId, drawing: boolean, outlineOf: string | null, family: string) {
  if (tool === 'select') return '';
  if (tool === 'point') return w.hints.point(family);
  const own = drawing ? ON[tool] : undefined;
  const text = own ? w.hints[own] : tool === 'polygon' && outlineOf ? w.hints.building : w.hints[tool];
  return typeof text === 'string' ? text : '';
}

export function ToolHint() {
  const w = useWords();
  const pick = usePick();
  const { point_kinds } = useVocabulary();
  const tool = useView((view) => view.tool);
  const kind = useView((view) => view.kind);
  const outlineOf = useView((view) => view.outlineOf);
  const drawing = useSession((session) => session.draft !== null && session.draft.kind !== 'place');
  const typed = useSession((session) => session.typed);
  if (tool === 'select') return null;
  const family = point_kinds.find((own) => own.value === kind);
  const text = hintFor(w, tool, drawing, outlineOf, family ? pick(family.name) : '');
  return (
    <div className={drawing ? 'tool-hint under-way' : 'tool-hint'} data-testid="tool-hint">
      <span>{text}</span>
      {ZONE_TOOLS.has(tool) && !outlineOf ? <OverlapChoice /> : null}
      {tool === 'template' ? <TemplateChoice /> : null}
      {tool === 'wall' ? <Millimetres label={w.tools.wallSize} field="wallSize" /> : null}
      {tool === 'along' ? <Millimetres label={w.tools.bandWidth} field="bandWidth" /> : null}
      {typed ? (
        <b data-testid="typed">
          {readTyped(typed) ? w.hints.typed(typed) : `${typed}　${w.hints.notReadable}`}
        </b>
      ) : null}
      <button type="button" className="link" onClick={() => takeTool('select')} data-testid="tool-done">
        {w.hints.done} <kbd>Esc</kbd>
      </button>
    </div>
  );
}

/** What becomes of what a new zone and others both cover. */
function OverlapChoice() {
  const w = useWords();
  const overlap = useView((view) => view.overlap);
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the choice stands in it
    <label className="hint-number">
      {w.tools.overlap}
      <Select
        size="small"
        value={overlap}
        options={OVERLAPS.map((value) => ({ value, label: w.tools.overlaps[value] }))}
        onChange={(value: Overlap) => useView.setState({ overlap: value })}
        popupMatchSelectWidth={false}
        data-testid="option-overlap"
      />
    </label>
  );
}

function Millimetres({ label, field }: { label: string; field: 'wallSize' | 'bandWidth' }) {
  const w = useWords();
  const value = useView((view) => view[field]);
  const [least, most] = field === 'wallSize' ? [20, 2000] : [100, 50_000];
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the number field stands in it
    <label className="hint-number">
      {label}
      <InputNumber
        size="small"
        min={least}
        max={most}
        step={field === 'wallSize' ? 20 : 100}
        value={value}
        controls={false}
        onChange={(own) => own !== null && useView.setState({ [field]: own })}
        onPressEnter={(event) => (event.target as HTMLElement).blur()}
        data-testid={`option-${field}`}
      />
      {w.tools.millimetres}
    </label>
  );
}
