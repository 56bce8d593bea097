// The program's mark: the four colours in a square.
// Relies on style sheets for the colours, which come from the vocabulary.
export function Mark({ size }: { size: number }) {
  return (
    <span className="mark" style={{ width: size, height: size, gap: size / 10 }} aria-hidden="true">
      <i data-level="major" />
      <i data-level="high" />
      <i data-level="medium" />
      <i data-level="low" />
    </span>
  );
}
