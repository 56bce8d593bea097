// Days as people type and read them: 2026-03-05. Months and weeks of a calendar page.
// Relies on local dates without hours. Knows no term, holiday or rule: those are Rust's.

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function text(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

function date(day: string): Date {
  const [year = 1970, month = 1, own = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, own);
}

/** Today where the user is. */
export function today(): string {
  return text(new Date());
}

/** The time of the day now, as `HH:MM:SS`. */
export function timeNow(): string {
  const now = new Date();
  return `${two(now.getHours())}:${two(now.getMinutes())}:00`;
}

export function addDays(day: string, days: number): string {
  const at = date(day);
  at.setDate(at.getDate() + days);
  return text(at);
}

/** Days from one to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((date(to).getTime() - date(from).getTime()) / 86_400_000);
}

/** 1 Monday to 7 Sunday. */
export function weekday(day: string): number {
  return date(day).getDay() || 7;
}

/** `2026-03`. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

export function addMonths(month: string, months: number): string {
  const at = date(`${month}-01`);
  at.setMonth(at.getMonth() + months);
  return monthOf(text(at));
}

export function lastOf(month: string): string {
  return addDays(`${addMonths(month, 1)}-01`, -1);
}

/** The whole weeks that a month lies in, Monday first. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const weeks: string[][] = [];
  for (let day = addDays(first, 1 - weekday(first)); monthOf(day) <= month; day = addDays(day, 7))
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((own) => addDays(day, own)));
  return weeks;
}

/** What somebody typed as a day: `3.5`, `3月5日`, `2026/3/5`, `20260305`; `null` when it is none. */
export function readDay(typed: string, now = today()): string | null {
  const own = typed.trim();
  const solid = /^(\d{4})(\d{2})(\d{2})$/.exec(own);
  const parts = solid ? solid.slice(1) : own.split(/[^\d]+/).filter(Boolean);
  if (!solid && !/^[\d\s./\-年月日]+$/.test(own)) return null;
  const [year, month, day] = parts.length === 2 ? [now.slice(0, 4), ...parts] : parts;
  if (parts.length < 2 || parts.length > 3 || year?.length !== 4) return null;
  const made = `${year}-${two(Number(month))}-${two(Number(day))}`;
  return text(date(made)) === made ? made : null;
}
