// Rulers at the upper and left edge of the plan, in metres, with the pointer's place on them.
// Relies on the camera as it is now.
import { grouped } from '../format';
import { barLength, toScreen, toWorld } from './camera';
import { useEye } from './eye';
import { useLook } from './look';

const WIDE = 18;

export function Rulers() {
  const shown = useLook((look) => look.rulers);
  return shown ? <Both /> : null;
}

function Both() {
  const camera = useEye((eye) => eye.camera);
  const size = useEye((eye) => eye.size);
  const pointer = useEye((eye) => eye.pointer);
  const step = barLength(camera, 90);
  const [left, top] = toWorld(camera, [0, 0]);
  const [right, bottom] = toWorld(camera, [size.width, size.height]);
  const at = pointer ? toScreen(camera, pointer) : null;
  const text = (place: number) => grouped(place / 1000, step < 1000 ? 1 : 0);
  return (
    <svg className="rulers" width={size.width} height={size.height} aria-hidden="true" data-testid="rulers">
      <rect width={size.width} height={WIDE} />
      <rect width={WIDE} height={size.height} />
      {stepsBetween(left, right, step).map((place) => {
        const x = Math.round(toScreen(camera, [place, 0])[0]);
        return (
          <g key={`x${place}`}>
            <path d={`M${x} ${WIDE}v-7`} />
            <text x={x + 3} y="10">
              {text(place)}
            </text>
          </g>
        );
      })}
      {stepsBetween(top, bottom, step).map((place) => {
        const y = Math.round(toScreen(camera, [0, place])[1]);
        return (
          <g key={`y${place}`}>
            <path d={`M${WIDE} ${y}h-7`} />
            <text transform={`translate(10 ${y - 3}) rotate(-90)`}>{text(place)}</text>
          </g>
        );
      })}
      {at ? <path className="ruler-pointer" d={`M${at[0]} 0v${WIDE}M0 ${at[1]}h${WIDE}`} /> : null}
    </svg>
  );
}

function stepsBetween(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step);
  const count = Math.min(200, Math.max(0, Math.floor(to / step) - first + 1));
  return Array.from({ length: count }, (_, index) => (first + index) * step);
}
