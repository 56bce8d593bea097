// The selected cells of a grid: a rectangle between the cell where it began and the one where it ends.
// Relies on places alone. Knows no content.

export interface Place {
  row: number;
  column: number;
}

/** The rectangle reaches from `anchor` to `far`; `focus`, where typing goes, lies in it. */
export interface Area {
  focus: Place;
  anchor: Place;
  far: Place;
}

export interface Size {
  rows: number;
  columns: number;
}

export interface Rectangle {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export function areaAt(row: number, column: number): Area {
  const place = { row, column };
  return { focus: place, anchor: place, far: place };
}

export function rectangleOf({ anchor, far }: Area): Rectangle {
  return {
    top: Math.min(anchor.row, far.row),
    bottom: Math.max(anchor.row, far.row),
    left: Math.min(anchor.column, far.column),
    right: Math.max(anchor.column, far.column),
  };
}

export function cellsOf(area: Area): number {
  const { top, bottom, left, right } = rectangleOf(area);
  return (bottom - top + 1) * (right - left + 1);
}

function within(value: number, count: number): number {
  return Math.max(0, Math.min(count - 1, value));
}

/** The area inside a grid that may have shrunk; `null` in an empty one. */
export function clampArea(area: Area, size: Size): Area | null {
  if (size.rows === 0 || size.columns === 0) return null;
  const clamp = (place: Place): Place => ({
    row: within(place.row, size.rows),
    column: within(place.column, size.columns),
  });
  return { focus: clamp(area.focus), anchor: clamp(area.anchor), far: clamp(area.far) };
}

/** One cell further; the selection is that cell. */
export function moved(area: Area, size: Size, rows: number, columns: number): Area {
  return areaAt(within(area.focus.row + rows, size.rows), within(area.focus.column + columns, size.columns));
}

/** The far end moves, the place of typing stays. */
export function extended(area: Area, size: Size, rows: number, columns: number): Area {
  return {
    ...area,
    far: {
      row: within(area.far.row + rows, size.rows),
      column: within(area.far.column + columns, size.columns),
    },
  };
}

/** The next cell in reading order, as Tab goes; inside a rectangle it stays within it. */
export function advanced(area: Area, size: Size, by: 1 | -1, down: boolean): Area {
  if (cellsOf(area) > 1) return { ...area, focus: nextInside(area, by, down) };
  if (down) return moved(area, size, by, 0);
  const column = area.focus.column + by;
  if (column >= 0 && column < size.columns) return moved(area, size, 0, by);
  const row = area.focus.row + by;
  if (row < 0 || row >= size.rows) return area;
  return areaAt(row, by > 0 ? 0 : size.columns - 1);
}

function nextInside(area: Area, by: 1 | -1, down: boolean): Place {
  const { top, bottom, left, right } = rectangleOf(area);
  const [high, wide] = [bottom - top + 1, right - left + 1];
  const [row, column] = [area.focus.row - top, area.focus.column - left];
  const index = (down ? column * high + row : row * wide + column) + by;
  const own = (index + high * wide) % (high * wide);
  return down
    ? { row: top + (own % high), column: left + Math.floor(own / high) }
    : { row: top + Math.floor(own / wide), column: left + (own % wide) };
}
