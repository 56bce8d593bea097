// A form that opens below the edge of its panel comes into sight as a whole, its buttons with it.
// Relies on standing in something that scrolls.
export function intoSight(form: Element | null): void {
  form?.scrollIntoView({ block: 'nearest' });
}
