// Below: counts per level, what is selected, where the pointer is, snapping, the scale.
// Relies on the stores. The pointer's place draws this line alone.
import { useMemo } from 'react';
import { grouped } from '../format';
import type { Point } from '../ipc';
import { LevelSwatch, useLevelShort } from '../parts/Level';
import { scaleNumber } from '../plan/camera';
import { useEye } from '../plan/eye';
import { useRestedSelection, useUnhurried } from '../state/rested';
import { useTable } from '../state/rows';
import { useVocabulary } from '../state/settings';
import { useProject, useView } from '../state/store';
import { useWords } from '../words';

export function Footer() {
  const w = useWords();
  const { levels } = useVocabulary();
  const short = useLevelShort();
  const whole = useProject((state) => state.project?.standings.whole);
  const step = useView((view) => view.step);
  const withPlan = step === 'identify' || step === 'assess';
  return (
    <footer className="footer" data-testid="footer">
      {levels.map((level) => (
        <span key={level.value} title={short(level.value)}>
          <LevelSwatch level={level.value} wide={9} high={9} />
          {whole?.[level.value] ?? 0}
        </span>
      ))}
      <span title={w.levels.unassessed}>
        <LevelSwatch level={null} wide={9} high={9} />
        {whole?.unassessed ?? 0}
      </span>
      <span className="grow" />
      <Selected />
      {withPlan ? (
        <>
          <Place />
          <TopologyToggle />
          <SnapToggle />
          <Scale />
        </>
      ) : null}
    </footer>
  );
}

function Selected() {
  const w = useWords();
  const row = useRestedSelection((state) => state.row);
  const project = useProject((state) => state.project);
  const name = useMemo(() => {
    if (!row || !project) return null;
    switch (row.table) {
      case 'risk_point':
        return project.points.get(row.id)?.name;
      case 'risk_zone':
      case 'floor':
      case 'building':
        return project.tables[row.table].get(row.id)?.name;
      default:
        return null;
    }
  }, [row, project]);
  return name ? <span data-testid="footer-selection">{w.footer.selected(name)}</span> : null;
}

/** Numbers are read, not watched: they follow the pointer this often, in milliseconds, and not in its frames. */
const PAUSE = 200;

function pointer(): Point | null {
  return useEye.getState().pointer;
}

function onPointer(moved: () => void): () => void {
  return useEye.subscribe((eye, before) => {
    if (eye.pointer !== before.pointer) moved();
  });
}

function Place() {
  const selected = useRestedSelection((state) => state.row);
  const place = useUnhurried(pointer, onPointer, PAUSE, selected);
  if (!place) return null;
  return (
    <span className="numbers footer-place" data-testid="footer-pointer">
      X {grouped(place[0] / 1000, 2)} m　Y {grouped(place[1] / 1000, 2)} m
    </span>
  );
}

function SnapToggle() {
  const w = useWords();
  const snap = useView((view) => view.snap);
  return (
    <button
      type="button"
      className="foot-button"
      aria-pressed={snap}
      title={w.footer.snapHint}
      onClick={() => useView.setState({ snap: !snap })}
      data-testid="snap-toggle"
    >
      {snap ? w.footer.snapOn : w.footer.snapOff}
    </button>
  );
}

function TopologyToggle() {
  const w = useWords();
  const topology = useView((view) => view.topology);
  return (
    <button
      type="button"
      className="foot-button"
      aria-pressed={topology}
      title={w.edit.topologyHint}
      onClick={() => useView.setState({ topology: !topology })}
      data-testid="topology-toggle"
    >
      {topology ? w.edit.topologyOn : w.edit.topologyOff}
    </button>
  );
}

function Scale() {
  const w = useWords();
  const camera = useEye((eye) => eye.settled);
  const floor = useView((view) => view.floor);
  const floors = useTable('floor');
  const toScale = floor ? (floors.get(floor)?.calibrated ?? true) : true;
  return (
    <span className="numbers" data-testid="footer-scale">
      {toScale ? `1 : ${grouped(scaleNumber(camera))}` : w.floor.notToScale}
    </span>
  );
}
