// The duty room: the whole window, or the whole screen, with panels that turn by themselves.
// Relies on the same counts as the overview. Esc or the cross leaves it; a click on a dot or an arrow key turns by hand.
import { useEffect, useMemo, useState } from 'react';
import { firstFloorOf, placesOf, StillPlan } from '../filing/StillPlan';
import { useCalled } from '../filing/useCalled';
import { clock } from '../format';
import type { Overview, OverviewGroup, RiskLevel } from '../ipc';
import { Icon, type IconName } from '../parts/icons';
import { LevelSwatch, useLevelShort } from '../parts/Level';
import { useDialogs } from '../state/dialogs';
import { useOrganisation } from '../state/rows';
import { useProject } from '../state/store';
import { useWords } from '../words';
import { Bars } from './Distribution';
import { LevelRing } from './LevelRing';
import { MonthPanel } from './MonthPanel';
import { type Month, useMonth } from './month';
import { ScoreMatrix } from './ScoreMatrix';
import { useLevels, useOverview } from './useOverview';
import { Weak } from './Weak';

const TURN = 12_000;

type PanelId = 'levels' | 'map' | 'departments' | 'accidents' | 'weak' | 'month';

interface Panel {
  id: PanelId;
  key: string;
  title: string;
  floor: string | null;
}

export function DutyRoom() {
  const w = useWords();
  const short = useLevelShort();
  const name = useOrganisation()?.name ?? '';
  const overview = useOverview();
  const month = useMonth(useLevels());
  const panels = usePanels();
  const [at, setAt] = useState(0);
  const [paused, setPaused] = useState(false);
  const count = panels.length;
  const panel = panels[at % Math.max(1, count)];
  useFullScreen();
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') leave();
      else if (event.key === 'ArrowRight') setAt((own) => (own + 1) % count);
      else if (event.key === 'ArrowLeft') setAt((own) => (own + count - 1) % count);
      else if (event.key === ' ') setPaused((own) => !own);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', key, true);
    return () => window.removeEventListener('keydown', key, true);
  }, [count]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a turn by hand gives the panel its whole time
  useEffect(() => {
    if (paused || count === 0) return;
    const timer = setTimeout(() => setAt((own) => (own + 1) % count), TURN);
    return () => clearTimeout(timer);
  }, [paused, count, at]);
  return (
    <div className="duty" role="dialog" aria-label={w.overview.duty} data-testid="duty">
      <header>
        <h1>{w.overview.dutyTitle(name)}</h1>
        {overview
          ? overview.levels.filter(isShown).map((group) => (
              <span key={group.key || 'none'} className="duty-count">
                <LevelSwatch level={(group.key || null) as RiskLevel | null} wide={26} high={16} />
                {short((group.key || null) as RiskLevel | null)} <strong>{group.total}</strong>
              </span>
            ))
          : null}
        <Clock />
        <Press
          name={paused ? 'play' : 'stop'}
          title={paused ? w.overview.resume : w.overview.pause}
          onPress={() => setPaused(!paused)}
          testid="duty-pause"
        />
        <Press name="close" title={w.overview.leave} onPress={leave} testid="duty-leave" />
      </header>
      {overview && panel ? (
        <main data-panel={panel.id} data-testid="duty-panel">
          <h2>{panel.title}</h2>
          <Shown panel={panel} overview={overview} month={month} />
        </main>
      ) : (
        <main />
      )}
      <nav>
        {panels.map((own, index) => (
          <button
            key={own.key}
            type="button"
            aria-current={index === at % count ? 'true' : undefined}
            title={own.title}
            onClick={() => setAt(index)}
            data-testid="duty-dot"
          />
        ))}
      </nav>
    </div>
  );
}

/** What is not assessed is only told where there is such. */
function isShown(group: OverviewGroup): boolean {
  return group.key !== '' || group.total > 0;
}

function leave(): void {
  useDialogs.setState({ dutyRoom: false });
}

/** The window takes the screen while the room is open; where that is refused the room still fills the window. */
function useFullScreen(): void {
  useEffect(() => {
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
    return () => {
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    };
  }, []);
}

/** One panel for each subject, and one for each floor with points. */
function usePanels(): readonly Panel[] {
  const w = useWords();
  const project = useProject((state) => state.project);
  return useMemo(() => {
    const panel = (id: PanelId): Panel => ({ id, key: id, title: w.overview.panels[id], floor: null });
    const floors = project
      ? placesOf(project).filter((place) =>
          [...project.points.values()].some((point) => point.floor_id === place.id),
        )
      : [];
    const maps = floors.map(
      (place): Panel => ({
        id: 'map',
        key: place.id,
        title: `${w.overview.panels.map} · ${place.name}`,
        floor: place.id,
      }),
    );
    return [
      panel('levels'),
      ...maps,
      panel('departments'),
      panel('accidents'),
      panel('weak'),
      panel('month'),
    ];
  }, [project, w]);
}

function Shown({ panel, overview, month }: { panel: Panel; overview: Overview; month: Month | null }) {
  switch (panel.id) {
    case 'levels':
      return (
        <div className="duty-two">
          <LevelRing overview={overview} large />
          <ScoreMatrix matrices={overview.matrices} />
        </div>
      );
    case 'map':
      return <FloorMap key={panel.key} floor={panel.floor} />;
    case 'departments':
      return <Bars groups={overview.departments} few={10} />;
    case 'accidents':
      return <Bars groups={overview.accidents} few={10} />;
    case 'weak':
      return <Weak weaknesses={overview.weaknesses.slice(0, 6)} />;
    case 'month':
      return <MonthPanel month={month} large />;
  }
}

function FloorMap({ floor: wanted }: { floor: string | null }) {
  const project = useProject((state) => state.project);
  const floor = project ? firstFloorOf(project, wanted) : null;
  const content = useCalled('floor', { floor: floor ?? '' }, floor);
  if (!project || !floor) return null;
  return <StillPlan project={project} floor={floor} content={content.answer} testid="duty-plan" />;
}

function Clock() {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 5000);
    return () => clearInterval(timer);
  }, []);
  return <time>{clock(now)}</time>;
}

interface PressProps {
  name: IconName;
  title: string;
  onPress: () => void;
  testid: string;
}

function Press({ name, title, onPress, testid }: PressProps) {
  return (
    <button type="button" className="ib" title={title} onClick={onPress} data-testid={testid}>
      <Icon name={name} size={18} />
    </button>
  );
}
