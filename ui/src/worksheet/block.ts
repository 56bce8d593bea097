// A block of cells as spreadsheets put it on the clipboard: cells parted by tabs, rows by line ends.
// Relies on nothing. Knows no table.

/** The cells of a copied block; a text without tabs and line ends is one cell. */
export function parseBlock(text: string): string[][] {
  const source = text.replace(/\r\n?/g, '\n');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= source.length) {
    const [cell, next] = source[at] === '"' ? quotedCell(source, at) : plainCell(source, at);
    row.push(cell);
    if (source[next] !== '\t') {
      rows.push(row);
      row = [];
    }
    at = next + 1;
  }
  // Spreadsheets end the last row, too.
  if (rows.length > 1 && rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === '') rows.pop();
  return rows;
}

function plainCell(source: string, from: number): [string, number] {
  let end = from;
  while (end < source.length && source[end] !== '\t' && source[end] !== '\n') end += 1;
  return [source.slice(from, end).trim(), end];
}

/** A cell in quotes may hold line ends; what does not end like one is plain text that begins with a quote. */
function quotedCell(source: string, from: number): [string, number] {
  let text = '';
  for (let at = from + 1; at < source.length; at += 1) {
    if (source[at] !== '"') text += source[at];
    else if (source[at + 1] === '"') {
      text += '"';
      at += 1;
    } else if (at + 1 >= source.length || source[at + 1] === '\t' || source[at + 1] === '\n') {
      return [text.trim(), at + 1];
    } else break;
  }
  return plainCell(source, from);
}

export function formatBlock(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(formatCell).join('\t')).join('\n');
}

function formatCell(text: string): string {
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
