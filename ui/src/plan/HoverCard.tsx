// What the pointer rests on, in words: the point's code, name and level.
// Relies on the hover that the pointer found. Shown only while nothing is being drawn.
import { usePick, useVocabulary } from '../state/settings';
import { useWords } from '../words';
import { toScreen } from './camera';
import { useEye } from './eye';
import type { Scene } from './renderer';
import { useSession } from './session';

export function HoverCard({ scene }: { scene: Scene }) {
  const hover = useSession((session) => session.hover);
  const draft = useSession((session) => session.draft);
  const camera = useEye((eye) => eye.camera);
  const { levels } = useVocabulary();
  const pick = usePick();
  const w = useWords();
  if (hover.kind !== 'pin' || draft) return null;
  const pin = scene.pins.find((item) => item.point.id === hover.point);
  if (!pin) return null;
  const [x, y] = toScreen(camera, pin.at);
  const level = levels.find((own) => own.value === pin.point.level);
  return (
    <div className="hover-card" style={{ left: x, top: y - 22 }} aria-hidden="true">
      <b>{pin.point.name}</b>
      <span>
        {pin.point.code} · {level ? pick(level.name) : w.levels.unassessed}
        {pin.point.score ? ` · ${pin.point.score}` : ''}
      </span>
    </div>
  );
}
