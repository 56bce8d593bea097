// The tools at the left of the plan, and a line that says what the one in hand does next.
// Relies on tools by name. What a tool does stands in `tools/`.
import { Popover, Tooltip } from 'antd';
import { useState } from 'react';
import type { RiskPointKind } from '../../ipc';
import { Icon, type IconName } from '../../parts/icons';
import { usePick, useVocabulary } from '../../state/settings';
import { type ToolId, useSelection, useSurface, useView } from '../../state/store';
import { useWords } from '../../words';
import { fitShown } from '../PlanView';
import { useSession } from '../session';

const TOOLS: readonly { id: ToolId; icon: IconName; key: string }[] = [
  { id: 'select', icon: 'select', key: 'V' },
  { id: 'polygon', icon: 'polygon', key: 'P' },
  { id: 'rectangle', icon: 'rectangle', key: 'R' },
  { id: 'point', icon: 'point', key: 'O' },
  { id: 'wall', icon: 'wall', key: 'W' },
  { id: 'measure', icon: 'measure', key: 'M' },
  { id: 'pan', icon: 'pan', key: 'H' },
];

export function takeTool(tool: ToolId): void {
  useView.setState({ tool, outlineOf: null });
}

export function ToolBar() {
  const w = useWords();
  const tool = useView((view) => view.tool);
  const row = useSelection((state) => state.row);
  const removable = row && (row.table === 'risk_zone' || row.table === 'risk_point') ? row : null;
  return (
    <div className="tools" role="toolbar" aria-label={w.tools.title}>
      {TOOLS.map((own) =>
        own.id === 'point' ? (
          <PointTool key={own.id} active={tool === 'point'} />
        ) : (
          <Tooltip key={own.id} title={`${w.tools[own.id]}  ${own.key}`} placement="right">
            <button
              type="button"
              className="tool"
              aria-pressed={tool === own.id}
              aria-label={w.tools[own.id]}
              onClick={() => takeTool(own.id)}
              data-testid={`tool-${own.id}`}
            >
              <Icon name={own.icon} size={17} />
            </button>
          </Tooltip>
        ),
      )}
      <hr />
      <Tooltip title={`${w.tools.remove}  Delete`} placement="right">
        <button
          type="button"
          className="tool"
          aria-label={w.tools.remove}
          disabled={!removable}
          onClick={() => useSurface.setState({ confirm: removable })}
          data-testid="tool-delete"
        >
          <Icon name="trash" size={17} />
        </button>
      </Tooltip>
      <Tooltip title={`${w.tools.fit}  F`} placement="right">
        <button
          type="button"
          className="tool"
          aria-label={w.tools.fit}
          onClick={fitShown}
          data-testid="tool-fit"
        >
          <Icon name="fit" size={17} />
        </button>
      </Tooltip>
    </div>
  );
}

/** The point tool asks for the family first, since codes and criteria depend on it. */
function PointTool({ active }: { active: boolean }) {
  const w = useWords();
  const pick = usePick();
  const { point_kinds } = useVocabulary();
  const kind = useView((view) => view.kind);
  const [open, setOpen] = useState(false);
  const choose = (value: string) => {
    useView.setState({ tool: 'point', kind: value as RiskPointKind, outlineOf: null });
    setOpen(false);
  };
  const families = (
    <div className="kinds">
      <p>{w.tools.whichKind}</p>
      {point_kinds.map((own) => (
        <button
          key={own.value}
          type="button"
          aria-pressed={own.value === kind}
          onClick={() => choose(own.value)}
          data-testid={`kind-${own.value}`}
        >
          {pick(own.name)}
        </button>
      ))}
    </div>
  );
  return (
    <Popover
      content={families}
      placement="rightTop"
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      arrow={false}
    >
      <button
        type="button"
        className="tool"
        title={`${w.tools.point}  O`}
        aria-pressed={active}
        aria-label={w.tools.point}
        onClick={() => takeTool('point')}
        data-testid="tool-point"
      >
        <Icon name="point" size={17} />
      </button>
    </Popover>
  );
}

export function ToolHint() {
  const w = useWords();
  const pick = usePick();
  const { point_kinds } = useVocabulary();
  const tool = useView((view) => view.tool);
  const kind = useView((view) => view.kind);
  const outlineOf = useView((view) => view.outlineOf);
  const drawing = useSession((session) => session.draft !== null);
  const typed = useSession((session) => session.typed);
  if (tool === 'select') return null;
  const family = point_kinds.find((own) => own.value === kind);
  const text =
    tool === 'point'
      ? w.hints.point(family ? pick(family.name) : '')
      : tool === 'polygon'
        ? drawing
          ? w.hints.polygonOn
          : outlineOf
            ? w.hints.building
            : w.hints.polygon
        : tool === 'wall'
          ? drawing
            ? w.hints.wallOn
            : w.hints.wall
          : w.hints[tool];
  return (
    <div className="tool-hint" data-testid="tool-hint">
      <span>{text}</span>
      {typed ? <b>{w.hints.length(typed)}</b> : null}
      <button type="button" className="link" onClick={() => takeTool('select')} data-testid="tool-done">
        {w.hints.done} <kbd>Esc</kbd>
      </button>
    </div>
  );
}
