// A grid that is typed in like a spreadsheet: arrows, type, Tab, Enter, paste a block, fill down, change a selection.
// Relies on rows of one height, so that ten thousand scroll like ten, and on whoever keeps the edits.
// Knows no table: what a cell may hold is Rust's.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { reveal } from '../list/virtual';
import {
  type Area,
  advanced,
  areaAt,
  cellsOf,
  clampArea,
  extended,
  moved,
  rectangleOf,
  type Size,
} from './area';
import { formatBlock, parseBlock } from './block';
import { type BlockEdit, blockOf, fillDownOf, pasteEdit, sameTextEdit } from './edits';
import { edgesOf, type SheetColumn, type SheetOrder, type SheetRow, viewOf } from './model';
import { SheetEditor } from './SheetEditor';
import { SheetHeads } from './SheetHeads';
import { NUMBERS, SheetRowView } from './SheetRowView';
import { useSight } from './sight';

export const SHEET_ROW = 30;

interface Props {
  rows: readonly SheetRow[];
  columns: readonly SheetColumn[];
  frozen: number;
  order: SheetOrder | null;
  onOrder: (order: SheetOrder | null) => void;
  /** Whether pasting past the end makes new rows. */
  growing: boolean;
  /** What the plan has selected. */
  chosen: string | null;
  onChoose: (owner: string) => void;
  onEdit: (edit: BlockEdit) => void;
  onFillDown: (rows: readonly number[], columns: readonly number[]) => void;
  onUndo: (forward: boolean) => void;
  /** The selection, for what stands above the grid. */
  area: Area | null;
  onArea: (area: Area | null) => void;
  label: string;
}

export function Sheet(props: Props) {
  const { rows, columns, frozen, growing, chosen, area, onArea } = props;
  const box = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<'no' | 'fresh' | 'all'>('no');
  const edges = useMemo(() => edgesOf(columns), [columns]);
  const sight = useSight(box, rows.length, SHEET_ROW, { edges, frozen, numbers: NUMBERS });
  const heads = columns.some((column) => column.group !== undefined) ? HEADS.grouped : HEADS.plain;
  const size: Size = { rows: rows.length, columns: columns.length };
  const view = useMemo(() => viewOf(rows, columns, growing), [rows, columns, growing]);
  const own = area ? clampArea(area, size) : null;
  const rectangle = own ? rectangleOf(own) : null;
  const focusRow = own ? rows[own.focus.row] : undefined;
  const focusColumn = own ? columns[own.focus.column] : undefined;
  const writable = focusColumn?.writable ?? false;
  const write = (edit: BlockEdit | null) => {
    if (edit) props.onEdit(edit);
  };

  const wants = useRef(false);
  const focus = () =>
    box.current?.querySelector<HTMLTextAreaElement>('.sheet-editor')?.focus({ preventScroll: true });

  const select = (next: Area, follow = true) => {
    onArea(next);
    const owner = rows[next.focus.row]?.owner;
    if (owner && owner !== chosen) props.onChoose(owner);
    if (follow) show(next);
  };

  const show = (next: Area) => {
    const element = box.current;
    if (!element) return;
    reveal(element, next.far.row, SHEET_ROW, heads);
    const column = next.far.column;
    if (column < frozen) return;
    const [left, right] = [edges[column] ?? 0, edges[column + 1] ?? 0];
    const covered = edges[frozen] ?? 0;
    if (left < element.scrollLeft + covered) element.scrollLeft = left - covered;
    else if (right + NUMBERS > element.scrollLeft + element.clientWidth)
      element.scrollLeft = right + NUMBERS - element.clientWidth;
  };

  // What was selected on the plan comes into sight; what was selected here stays where it is.
  useFollowed(box, rows, chosen, own?.focus.row ?? -1, heads, (row) =>
    onArea(areaAt(row, own?.focus.column ?? 0)),
  );

  // The field is there only after the first cell was selected.
  useLayoutEffect(() => {
    if (!wants.current || !own) return;
    wants.current = false;
    focus();
  });

  const keep = (text: string, next: 'stay' | 'down' | 'up' | 'right' | 'left' | 'all') => {
    setEditing('no');
    if (!own) return;
    const target = next === 'all' ? own : areaAt(own.focus.row, own.focus.column);
    write(sameTextEdit(text, target, view));
    if (next === 'down' || next === 'up') select(advanced(own, size, next === 'down' ? 1 : -1, true));
    if (next === 'right' || next === 'left') select(advanced(own, size, next === 'right' ? 1 : -1, false));
    focus();
  };

  const key = (event: React.KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (!own || !rectangle) return false;
    const command = event.ctrlKey || event.metaKey;
    const arrow = ARROWS[event.key];
    if (arrow) {
      const [down, right] = arrow;
      const [by, beside] = command ? [down * size.rows, right * size.columns] : [down, right];
      select((event.shiftKey ? extended : moved)(own, size, by, beside));
      return true;
    }
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 300) / SHEET_ROW) - 2);
    switch (event.key) {
      case 'PageDown':
      case 'PageUp':
        select((event.shiftKey ? extended : moved)(own, size, event.key === 'PageDown' ? page : -page, 0));
        return true;
      case 'Home':
      case 'End': {
        const far = event.key === 'End' ? 1 : -1;
        select(moved(own, size, command ? far * size.rows : 0, far * size.columns));
        return true;
      }
      case 'Tab':
        select(advanced(own, size, event.shiftKey ? -1 : 1, false));
        return true;
      case 'Enter':
      case 'F2':
        if (event.key === 'Enter' && (event.shiftKey || cellsOf(own) > 1))
          select(advanced(own, size, event.shiftKey ? -1 : 1, true));
        else if (writable) setEditing('all');
        else select(advanced(own, size, 1, true));
        return true;
      case 'Delete':
      case 'Backspace': {
        write(sameTextEdit('', own, view));
        return true;
      }
      case 'Escape':
        if (cellsOf(own) === 1) return false;
        onArea(areaAt(own.focus.row, own.focus.column));
        return true;
    }
    return command ? commandKey(event) : false;
  };

  const commandKey = (event: React.KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (!own || !rectangle) return false;
    switch (event.key.toLowerCase()) {
      case 'a':
        onArea({
          focus: own.focus,
          anchor: { row: 0, column: 0 },
          far: { row: size.rows - 1, column: size.columns - 1 },
        });
        return true;
      case 'd': {
        const fill = fillDownOf(own, view);
        if (fill) props.onFillDown(fill.rows, fill.columns);
        return true;
      }
      case 'c':
      case 'x':
        // The browser copies what the hidden field holds.
        holdForCopy(event.currentTarget, formatBlock(blockOf(rectangle, view)));
        if (event.key.toLowerCase() === 'x') {
          const cut = sameTextEdit('', own, view);
          setTimeout(() => write(cut));
        }
        return false;
      case 'z':
        props.onUndo(event.shiftKey);
        return true;
      case 'y':
        props.onUndo(true);
        return true;
      default:
        return false;
    }
  };

  const onPointerDown = (event: React.PointerEvent) => {
    if (event.button !== 0) return;
    const place = placeOf(event.target);
    if (!place) return;
    event.preventDefault();
    if (editing !== 'no') focusAway();
    const begin = event.shiftKey && own ? { ...own, far: place } : areaAt(place.row, place.column);
    wants.current = true;
    select(begin, false);
    focus();
    const drag = (dragged: PointerEvent) => {
      const over = placeOf(document.elementFromPoint(dragged.clientX, dragged.clientY));
      if (over) onArea({ ...begin, far: over });
    };
    const end = () => {
      document.removeEventListener('pointermove', drag);
      document.removeEventListener('pointerup', end);
    };
    document.addEventListener('pointermove', drag);
    document.addEventListener('pointerup', end);
  };

  const editorBox = own
    ? {
        left:
          NUMBERS +
          (edges[own.focus.column] ?? 0) +
          (own.focus.column < frozen ? (box.current?.scrollLeft ?? 0) : 0),
        top: own.focus.row * SHEET_ROW,
        width: Math.max(focusColumn?.width ?? 80, editing === 'no' ? 0 : 120),
        height: SHEET_ROW,
      }
    : null;
  const width = NUMBERS + (edges.at(-1) ?? 0);

  return (
    <div
      ref={box}
      className="sheet-scroll"
      role="grid"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-label={props.label}
      data-testid="worksheet"
    >
      <SheetHeads
        columns={columns}
        frozen={frozen}
        order={props.order}
        width={width}
        height={heads}
        onOrder={props.onOrder}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the field below takes the keys */}
      <div
        className="sheet-body"
        style={{ height: rows.length * SHEET_ROW, width }}
        onPointerDown={onPointerDown}
        onDoubleClick={(event) => {
          if (placeOf(event.target) && writable) setEditing('all');
        }}
      >
        {rows.slice(sight.first, sight.last).map((row, offset) => {
          const index = sight.first + offset;
          const inside = rectangle !== null && index >= rectangle.top && index <= rectangle.bottom;
          return (
            // A row that comes into sight takes the elements of one that left: writing is cheaper than building.
            <SheetRowView
              key={index % sight.slots}
              row={row}
              index={index}
              top={index * SHEET_ROW}
              width={width}
              columns={columns}
              edges={edges}
              frozen={frozen}
              left={sight.left}
              right={sight.right}
              from={inside ? rectangle.left : -1}
              to={inside ? rectangle.right : -1}
              focus={own && own.focus.row === index ? own.focus.column : -1}
              chosen={row.owner === chosen}
            />
          );
        })}
        {own && editorBox ? (
          <SheetEditor
            box={editorBox}
            text={focusRow?.cells[own.focus.column] ?? ''}
            writable={writable}
            editing={editing}
            choices={focusColumn?.choices}
            several={focusColumn?.several ?? false}
            label={focusColumn?.title ?? ''}
            onBegin={() => {
              setEditing('fresh');
              show(own);
            }}
            onKeep={keep}
            onGiveUp={() => {
              setEditing('no');
              focus();
            }}
            onKey={key}
            onPaste={(text) => {
              write(pasteEdit(parseBlock(text), own, view));
            }}
            onBlur={() => undefined}
          />
        ) : null}
      </div>
    </div>
  );
}

/** Height of the heads, which cover the first rows while they scroll: with groups above the titles, and without. */
const HEADS = { grouped: 50, plain: 30 };

const ARROWS: Record<string, [down: number, right: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

function focusAway(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

function holdForCopy(field: HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.select();
  setTimeout(() => {
    field.value = '';
  });
}

function placeOf(target: EventTarget | null): { row: number; column: number } | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>('.sheet-cell');
  const row = target.closest<HTMLElement>('.sheet-row')?.getAttribute('aria-rowindex');
  const column = cell?.getAttribute('data-place');
  return row && column ? { row: Number(row) - 2, column: Number(column) } : null;
}

function useFollowed(
  box: React.RefObject<HTMLDivElement | null>,
  rows: readonly SheetRow[],
  chosen: string | null,
  focused: number,
  heads: number,
  onRow: (row: number) => void,
): void {
  const latest = useRef({ rows, focused, heads, onRow });
  latest.current = { rows, focused, heads, onRow };
  useEffect(() => {
    const { rows: all, focused: at, heads: covered, onRow: go } = latest.current;
    if (!chosen || all[at]?.owner === chosen) return;
    const index = all.findIndex((row) => row.owner === chosen);
    if (index < 0) return;
    go(index);
    if (box.current) reveal(box.current, index, SHEET_ROW, covered);
  }, [box, chosen]);
}
