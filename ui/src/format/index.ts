// Lengths, areas, times and counts as people read them.
// Relies on model lengths in millimetres. Decides nothing.
const THIN = '\u2009';

/** Thousands parted by thin spaces, as on drawings. */
export function grouped(value: number, decimals = 0): string {
  const [whole = '', part] = Math.abs(value).toFixed(decimals).split('.');
  const parted = whole.replace(/\B(?=(\d{3})+(?!\d))/g, THIN);
  return `${value < 0 ? '−' : ''}${parted}${part ? `.${part}` : ''}`;
}

/** A length in metres with two decimals. */
export function metres(millimetres: number): string {
  return `${grouped(millimetres / 1000, 2)} m`;
}

/** A round length for a scale bar. */
export function shortLength(millimetres: number): string {
  if (millimetres >= 1_000_000) return `${grouped(millimetres / 1_000_000)} km`;
  return millimetres >= 1000 ? `${grouped(millimetres / 1000)} m` : `${grouped(millimetres / 1000, 1)} m`;
}

/** An area: small rooms with a decimal, great ones without. */
export function squareMetres(squareMillimetres: number): string {
  const value = squareMillimetres / 1_000_000;
  return `${grouped(value, value < 100 ? 1 : 0)} m²`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Hours and minutes of a moment where the user is. */
export function clock(at: Date): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Date and time of a moment that Rust wrote in UTC; the time alone when it is today. */
export function moment(utc: string, now: Date): string {
  const at = new Date(utc);
  if (Number.isNaN(at.getTime())) return utc;
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return at.toDateString() === now.toDateString() ? clock(at) : `${day} ${clock(at)}`;
}

/** The name of a file without folders, for people. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** The folder of a file. */
export function folderOf(path: string): string {
  const name = fileName(path);
  return path.slice(0, Math.max(0, path.length - name.length - 1)) || path;
}

/** The size of a file in round figures. */
export function fileSize(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${grouped(bytes / 1024 / 1024, 1)} MB`;
  return `${grouped(Math.max(1, Math.round(bytes / 1024)))} KB`;
}
