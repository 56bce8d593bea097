// The icons of the window, drawn on a field of 16 by 16 in one line width.
// Relies on the colour of the text around them. Decoration only: what they stand for is said in words beside them.
import type { ReactNode, SVGProps } from 'react';

const PATHS = {
  select: <path d="M3.5 2.2l9 5.2-4 1-1.9 3.9z" fill="currentColor" />,
  pan: (
    <path d="M8 2v12M2 8h12M8 2L6.4 3.6M8 2l1.6 1.6M8 14l-1.6-1.6M8 14l1.6-1.6M2 8l1.6-1.6M2 8l1.6 1.6M14 8l-1.6-1.6M14 8l-1.6 1.6" />
  ),
  polygon: <path d="M4.2 3.2l8.3 1.5.8 5-5.6 3.6-5-3.6z" />,
  rectangle: <path d="M2.5 4h11v8h-11z" />,
  point: (
    <>
      <path d="M8 14.2s4.6-4.3 4.6-7.6A4.6 4.6 0 0 0 8 2a4.6 4.6 0 0 0-4.6 4.6c0 3.3 4.6 7.6 4.6 7.6z" />
      <circle cx="8" cy="6.6" r="1.5" />
    </>
  ),
  wall: <path d="M2 5h12v6H2zM2 8h12M6 5v3M10 8v3" />,
  measure: <path d="M1.8 11.2l9.4-9.4 3 3-9.4 9.4zM5 8l1.6 1.6M7.2 5.8l1.1 1.1M9.4 3.6L11 5.2" />,
  trash: <path d="M2.8 4.4h10.4M6.2 4.2V2.6h3.6v1.6M4.2 4.6l.7 8.8h6.2l.7-8.8M6.6 7v4.2M9.4 7v4.2" />,
  undo: <path d="M5.8 3L2.6 6.2l3.2 3.2M3 6.2h6.2a3.8 3.8 0 0 1 0 7.6H6.6" />,
  redo: <path d="M10.2 3l3.2 3.2-3.2 3.2M13 6.2H6.8a3.8 3.8 0 0 0 0 7.6h2.6" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.2" />
      <path d="M10.2 10.2l3.4 3.4" />
    </>
  ),
  plus: <path d="M8 3v10M3 8h10" />,
  minus: <path d="M3 8h10" />,
  fit: <path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" />,
  play: <path d="M4.5 3l8.5 5-8.5 5z" />,
  stop: <path d="M4 4h8v8H4z" />,
  language: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M2.2 8h11.6M8 2.2c3.4 3.6 3.4 8 0 11.6M8 2.2c-3.4 3.6-3.4 8 0 11.6" />
    </>
  ),
  more: (
    <g fill="currentColor" stroke="none">
      <circle cx="3.4" cy="8" r="1.25" />
      <circle cx="8" cy="8" r="1.25" />
      <circle cx="12.6" cy="8" r="1.25" />
    </g>
  ),
  check: <path d="M3 8.4l3.2 3.2L13 4.6" />,
  alert: <path d="M8 2.2l6.2 11H1.8zM8 6.4v3.4M8 11.6v.2" />,
  info: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 7.2v4M8 4.8v.2" />
    </>
  ),
  history: <path d="M2.6 8a5.4 5.4 0 1 0 1.7-3.9L2.6 5.6M2.6 2.6v3h3M8 5v3.2l2.2 1.4" />,
  down: <path d="M4 6.2l4 4 4-4" />,
  up: <path d="M4 9.8l4-4 4 4" />,
  right: <path d="M6.2 4l4 4-4 4" />,
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  file: <path d="M4 1.8h5.2L12.6 5v9.2H4zM9 1.8V5.2h3.4" />,
  folder: <path d="M1.8 3.6h4.4l1.4 1.6h6.6v7.6H1.8z" />,
  building: <path d="M3 14V2.6h7V14M10 6.4h3.2V14M1.6 14h12.8M5.2 5.2h2.6M5.2 7.8h2.6M5.2 10.4h2.6" />,
  floors: <path d="M8 2L2 5l6 3 6-3zM2 8.2l6 3 6-3M2 11.2l6 3 6-3" />,
  people: (
    <>
      <circle cx="6" cy="5.2" r="2.4" />
      <path d="M1.6 13.4c0-2.6 1.8-4.2 4.4-4.2s4.4 1.6 4.4 4.2M10.4 3.2a2.3 2.3 0 0 1 0 4.2M12 9.8c1.5.6 2.4 1.9 2.4 3.6" />
    </>
  ),
  print: <path d="M4.4 5.8V2.2h7.2v3.6M4.4 11.6H2.2V5.8h11.6v5.8h-2.2M4.4 9.4h7.2v4.4H4.4z" />,
  table: <path d="M2.2 3h11.6v10H2.2zM2.2 6.4h11.6M2.2 9.8h11.6M6.4 6.4V13" />,
  send: <path d="M14 2L7.4 8.6M14 2L9.8 14 7.4 8.6 2 6.2z" />,
  magnet: (
    <path d="M3.4 2.6v5.6a4.6 4.6 0 0 0 9.2 0V2.6H9.8v5.6a1.8 1.8 0 0 1-3.6 0V2.6zM3.4 5h2.8M9.8 5h2.8" />
  ),
  person: (
    <>
      <circle cx="8" cy="5.2" r="2.8" />
      <path d="M2.8 14c.2-3 2.2-4.8 5.2-4.8s5 1.8 5.2 4.8" />
    </>
  ),
  keyboard: <path d="M1.6 4h12.8v8.2H1.6zM4 6.6h.2M6.6 6.6h.2M9.2 6.6h.2M11.8 6.6h.2M5 9.6h6" />,
  large: <path d="M2 12.6L5.4 4h.6l3.4 8.6M3.2 9.8h5M10.4 12.6l1.9-4.8h.4l1.9 4.8M11 11.2h3" />,
  gear: (
    <>
      <circle cx="8" cy="8" r="2" />
      <path d="M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6L5 5M11 11l1.4 1.4M12.4 3.6L11 5M5 11l-1.4 1.4" />
    </>
  ),
  box: <path d="M2.5 2.5h11v11h-11z" strokeDasharray="2.4 2" />,
  circle: <circle cx="8" cy="8" r="5.6" />,
  along: <path d="M2 12.6L6 6.4l7.6-1M3.8 14l3.4-5.2 6.8-.8M1 10.6L5 4.4l8.4-1.2" />,
  template: <path d="M2.5 3h11v10h-11zM5 6h3M5 8.4h6M5 10.6h4.4" />,
  rooms: <path d="M2 2.5h12v11H2zM7.5 2.5v6M7.5 8.5H2M10.5 11h0M10.5 6.5l1 2 2 .3-1.5 1.4.4 2" />,
  door: <path d="M3 13.4V2.6h1.4M3 13.4h10.2M4.4 2.6a9.6 9.6 0 0 1 8.8 10.8" />,
  window: <path d="M1.8 5.6h12.4v4.8H1.8zM1.8 8h12.4" />,
  stair: <path d="M1.8 13.2h3.1v-3.1H8V7h3.1V3.9h3.1" />,
  column: <path d="M4.5 4.5h7v7h-7zM4.5 4.5l7 7M11.5 4.5l-7 7" />,
  label: <path d="M3 4.4V2.8h10v1.6M8 2.8v10.4M6 13.2h4" />,
  dimension: <path d="M2 3v10M14 3v10M2 8h12M4.2 6L2 8l2.2 2M11.8 6L14 8l-2.2 2" />,
  route: <path d="M2 12.6h4.4V5.4h6.8M10.6 2.8l2.8 2.6-2.8 2.6" />,
  symbol: <path d="M2.5 2.5h11v11h-11zM8 5v6M5 8h6" />,
  area: <path d="M2.6 4.2l8.8-1.4 2 9-9.6 1.4zM5.4 8h4.8M7.8 5.6v4.8" />,
  split: <path d="M2.5 3.5h11v9h-11zM9.8 1.4L6.2 14.6" />,
  hole: <path d="M2 2.5h12v11H2zM5.5 5.8h5v4.4h-5z" />,
  copy: <path d="M5.4 5.4h8.2v8.2H5.4zM10.6 5.4v-3H2.4v8.2h3" />,
  lock: <path d="M3.6 7h8.8v6.4H3.6zM5.4 7V5a2.6 2.6 0 0 1 5.2 0v2" />,
  eye: (
    <>
      <path d="M1.6 8S4 3.8 8 3.8 14.4 8 14.4 8 12 12.2 8 12.2 1.6 8 1.6 8z" />
      <circle cx="8" cy="8" r="1.9" />
    </>
  ),
  picture: <path d="M2 3h12v10H2zM2 11l3.6-3.4 2.6 2.4 2.4-2 3.4 3M10.6 5.8h.2" />,
  bring: <path d="M8 2v7.4M5.2 6.8L8 9.6l2.8-2.8M2.4 10.6v3h11.2v-3" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof PATHS;

interface Props extends SVGProps<SVGSVGElement> {
  name: IconName;
  size?: number;
}

export function Icon({ name, size = 16, ...rest }: Props) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      {...rest}
    >
      {PATHS[name]}
    </svg>
  );
}
