// The tools at the left of the plan, the rarer ones behind a small arrow of their group.
// Relies on tools by name. What a tool does stands in `tools/`.
import { Popover, Tooltip } from 'antd';
import { memo, useState } from 'react';
import type { RiskPointKind, Table } from '../../ipc';
import { Icon } from '../../parts/icons';
import { usePick, useVocabulary } from '../../state/settings';
import { type ToolId, useSelection, useSurface, useView } from '../../state/store';
import { useWords } from '../../words';
import { removeSelected } from './removing';
import { SymbolChoice } from './SymbolChoice';
import { MAIN, MORE_PLAN, MORE_ZONES, OTHERS, type ToolEntry, takeTool, ZONES } from './toolList';

const WALL: ToolEntry = { id: 'wall', icon: 'wall', key: 'W' };

/** Hears nothing of what is selected: each of its buttons is drawn anew only for itself. */
export function ToolBar() {
  const w = useWords();
  return (
    <div className="tools" role="toolbar" aria-label={w.tools.title}>
      {MAIN.map((own) => (
        <ToolButton key={own.id} own={own} />
      ))}
      <hr />
      {ZONES.map((own) => (
        <ToolButton key={own.id} own={own} />
      ))}
      <MoreTools group="zones" title={w.tools.moreZones} tools={MORE_ZONES} />
      <PointTool />
      <ToolButton own={WALL} />
      <MoreTools group="plan" title={w.tools.morePlan} tools={MORE_PLAN} />
      <hr />
      {OTHERS.map((own) => (
        <ToolButton key={own.id} own={own} />
      ))}
      <RemoveButton />
    </div>
  );
}

const REMOVABLE: ReadonlySet<Table> = new Set<Table>(['risk_zone', 'risk_point', 'plan_element']);

function RemoveButton() {
  const w = useWords();
  const removable = useSelection(({ row }) => row !== null && REMOVABLE.has(row.table));
  return (
    <Tooltip title={`${w.tools.remove}  Delete`} placement="right">
      <button
        type="button"
        className="tool"
        aria-label={w.tools.remove}
        disabled={!removable}
        onClick={() => removeSelected((confirm) => useSurface.setState({ confirm }))}
        data-testid="tool-delete"
      >
        <Icon name="trash" size={17} />
      </button>
    </Tooltip>
  );
}

const ToolButton = memo(function ToolButton({ own }: { own: ToolEntry }) {
  const w = useWords();
  const active = useView((view) => view.tool === own.id);
  return (
    <Tooltip title={`${w.tools[own.id]}  ${own.key}`} placement="right">
      <button
        type="button"
        className="tool"
        aria-pressed={active}
        aria-label={w.tools[own.id]}
        onClick={() => takeTool(own.id)}
        data-testid={`tool-${own.id}`}
      >
        <Icon name={own.icon} size={17} />
      </button>
    </Tooltip>
  );
});

interface MoreProps {
  group: string;
  title: string;
  tools: readonly ToolEntry[];
}

/** The tools of a group, one click away; the button shows the one that was used last. */
function MoreTools({ group, title, tools }: MoreProps) {
  const w = useWords();
  const tool = useView((view) => view.tool);
  const [open, setOpen] = useState(false);
  const [last, setLast] = useState<ToolId | null>(null);
  const active = tools.find((own) => own.id === tool);
  const shown = active ?? tools.find((own) => own.id === last) ?? tools[0];
  const choose = (id: ToolId) => {
    takeTool(id);
    setLast(id);
    setOpen(false);
  };
  const list = (
    <div className="kinds tool-menu">
      {tools.map((own) =>
        own.id === 'symbol' ? (
          <SymbolChoice key={own.id} onChosen={() => choose('symbol')} />
        ) : (
          <button
            key={own.id}
            type="button"
            aria-pressed={tool === own.id}
            onClick={() => choose(own.id)}
            data-testid={`tool-${own.id}`}
          >
            <Icon name={own.icon} size={16} />
            <span>{w.tools[own.id]}</span>
            <kbd>{own.key}</kbd>
          </button>
        ),
      )}
    </div>
  );
  return (
    <Popover
      content={list}
      placement="right"
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      arrow={false}
    >
      <button
        type="button"
        className="tool more"
        title={title}
        aria-label={title}
        aria-pressed={active !== undefined}
        data-testid={`tools-${group}`}
      >
        <Icon name={shown?.icon ?? 'more'} size={17} />
      </button>
    </Popover>
  );
}

/** The point tool asks for the family first, since codes and criteria depend on it. */
function PointTool() {
  const w = useWords();
  const pick = usePick();
  const { point_kinds } = useVocabulary();
  const active = useView((view) => view.tool === 'point');
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
