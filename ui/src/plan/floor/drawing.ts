// The drawing on the screen as an SVG that stands alone: every look that comes from style sheets written into it.
// Relies on the plan's layer, the legend, the scale bar and the north sign as they are shown.
// Knows nothing of what they mean.

/** What style sheets may say about a shape, and a printer has to know. */
const LOOKS = [
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'visibility',
] as const;

const BAR = 34;
const SPACE = 'http://www.w3.org/2000/svg';
const NOT_DRAWN = new Set(['defs', 'pattern', 'clipPath']);

/** The shown part of the plan with a title above and the legend below; `null` when no plan is shown. */
export function drawingOf(title: string): string | null {
  const plan = document.querySelector<HTMLElement>('[data-testid="plan"]');
  const layer = plan?.querySelector<SVGSVGElement>('.plan-layer');
  if (!plan || !layer) return null;
  const box = plan.getBoundingClientRect();
  const [wide, high] = [box.width, box.height];
  const whole = document.createElementNS(SPACE, 'svg');
  whole.setAttribute('xmlns', SPACE);
  whole.setAttribute('viewBox', `0 0 ${wide} ${high + 2 * BAR}`);
  whole.append(shape('rect', { width: wide, height: high + 2 * BAR, fill: '#ffffff' }));

  const shown = layer.getBoundingClientRect();
  const copy = styled(layer);
  copy.setAttribute('x', String(shown.left - box.left));
  copy.setAttribute('y', String(shown.top - box.top));
  copy.setAttribute('width', String(shown.width));
  copy.setAttribute('height', String(shown.height));
  copy.setAttribute('viewBox', `0 0 ${layer.getAttribute('width')} ${layer.getAttribute('height')}`);
  copy.removeAttribute('style');
  const view = shape('svg', { x: 0, y: BAR, width: wide, height: high, viewBox: `0 0 ${wide} ${high}` });
  view.append(copy);
  whole.append(view);
  whole.append(
    shape('rect', { x: 0.5, y: BAR, width: wide - 1, height: high, fill: 'none', stroke: '#8a929b' }),
    words(title, 4, BAR - 12, { 'font-size': 16, 'font-weight': 700 }),
  );
  whole.append(...legend(BAR + high + 22), ...scale(wide, BAR + high + 22), ...north(wide));
  return new XMLSerializer().serializeToString(whole);
}

function shape(name: string, looks: Record<string, string | number>): SVGElement {
  const own = document.createElementNS(SPACE, name) as SVGElement;
  for (const [key, value] of Object.entries(looks)) own.setAttribute(key, String(value));
  return own;
}

function words(text: string, x: number, y: number, looks: Record<string, string | number> = {}): SVGElement {
  const own = shape('text', { x, y, 'font-size': 12, fill: '#20262d', ...looks });
  own.textContent = text;
  return own;
}

/** A copy whose shapes carry their looks themselves. */
function styled<T extends SVGElement>(original: T): T {
  const copy = original.cloneNode(true) as T;
  dress(original, copy);
  return copy;
}

function dress(original: Element, copy: Element): void {
  const style = getComputedStyle(original);
  if (style.display === 'none' && !NOT_DRAWN.has(original.tagName)) {
    copy.remove();
    return;
  }
  for (const look of LOOKS) {
    const value = style.getPropertyValue(look);
    if (value) copy.setAttribute(look, plainValue(look, value));
  }
  copy.removeAttribute('class');
  const [from, to] = [[...original.children], [...copy.children]];
  from.forEach((child, index) => {
    const own = to[index];
    if (own) dress(child, own);
  });
}

function plainValue(look: string, value: string): string {
  // The page's own address before a reference, and quotes around it, mean nothing to others.
  const reference = /url\(["']?[^#"')]*(#[^"')]+)["']?\)/.exec(value);
  if (reference) return `url(${reference[1]})`;
  if (look === 'fill' || look === 'stroke') return plainColour(value);
  return look === 'stroke-width' || look === 'font-size' ? value.replace('px', '') : value;
}

const NAMED = /^(none|#|rgb)/;
let canvas: CanvasRenderingContext2D | null = null;

/** Colours of newer kinds as red, green and blue. */
export function plainColour(value: string): string {
  if (NAMED.test(value)) return value;
  canvas ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!canvas) return value;
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = value;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  return `rgba(${red}, ${green}, ${blue}, ${((alpha ?? 255) / 255).toFixed(3)})`;
}

/** The entries of the legend that is shown, each with its swatch. */
function legend(y: number): SVGElement[] {
  const found: SVGElement[] = [];
  let x = 4;
  const entries = document.querySelectorAll<HTMLElement>('.legend button, .tint-legend > span');
  for (const entry of entries) {
    const swatch = entry.querySelector<HTMLElement>('i');
    const text = [...entry.childNodes]
      .map((node) => node.textContent ?? '')
      .filter(Boolean)
      .join(' ');
    if (swatch) {
      // As zones are coloured on the plan: a wash, and over it the lines of the level, a pattern of the plan's own drawing.
      const place = { x, y: y - 12, width: 24, height: 15, stroke: '#8a929b' };
      const fill = plainColour(getComputedStyle(swatch).backgroundColor);
      const lines = `hatch-${swatch.getAttribute('data-level')}`;
      found.push(shape('rect', { ...place, fill, 'fill-opacity': 0.45 }));
      if (document.getElementById(lines)) found.push(shape('rect', { ...place, fill: `url(#${lines})` }));
    }
    found.push(words(text, x + 29, y));
    x += 46 + [...text].reduce((sum, letter) => sum + (letter > '\u00ff' ? 12 : 7), 0);
  }
  return found;
}

function scale(wide: number, y: number): SVGElement[] {
  const bar = document.querySelector('.scale-bar');
  const length = bar?.querySelector('i')?.getBoundingClientRect().width ?? 0;
  const text = bar?.lastElementChild?.textContent ?? '';
  if (!bar || length === 0) return [];
  const right = wide - 60;
  return [
    shape('path', {
      d: `M${right - length} ${y - 8}v6h${length}v-6`,
      fill: 'none',
      stroke: '#20262d',
      'stroke-width': 1.2,
    }),
    words(text, right + 6, y),
  ];
}

function north(wide: number): SVGElement[] {
  const sign = document.querySelector<SVGSVGElement>('.north svg');
  if (!sign) return [];
  const copy = styled(sign);
  copy.setAttribute('x', String(wide - 34));
  copy.setAttribute('y', '1');
  return [copy];
}
