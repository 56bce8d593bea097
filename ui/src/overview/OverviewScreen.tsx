// Where the project stands on one page: levels, matrix, distribution, this month, weak points, the nine steps.
// Relies on `overview` for every number; each opens the rows behind it.
import { Button } from 'antd';
import type { Overview, RiskLevel } from '../ipc';
import { Empty } from '../parts/Empty';
import { Icon } from '../parts/icons';
import { LevelSwatch } from '../parts/Level';
import { BasisSwitch } from '../plan/chrome/PlanBar';
import { Card, Page } from '../screens/Page';
import { useDialogs } from '../state/dialogs';
import { goStep } from '../state/next';
import { usePick } from '../state/settings';
import { useWords } from '../words';
import { openPoints } from './behind';
import { Distribution } from './Distribution';
import { LevelRing } from './LevelRing';
import { MonthPanel } from './MonthPanel';
import { useMonth } from './month';
import { ScoreMatrix } from './ScoreMatrix';
import { Stages } from './Stages';
import { useLevels, useOverview } from './useOverview';
import { Weak } from './Weak';

export function OverviewScreen() {
  const w = useWords();
  const overview = useOverview();
  const month = useMonth(useLevels());
  return (
    <Page
      title={w.overview.title}
      text={w.overview.text}
      wide
      testid="overview"
      aside={
        <div className="overview-aside">
          <BasisSwitch />
          <Button
            icon={<Icon name="fit" size={14} />}
            title={w.overview.dutyHint}
            onClick={() => useDialogs.setState({ dutyRoom: true })}
            data-testid="duty-open"
          >
            {w.overview.duty}
          </Button>
        </div>
      }
    >
      {overview ? (
        <>
          <Tiles overview={overview} />
          {overview.points.count === 0 ? (
            <Empty title={w.overview.nothing}>
              <button type="button" className="primary" onClick={() => goStep('identify')}>
                {w.steps.identify}
              </button>
            </Empty>
          ) : (
            <div className="overview-grid">
              <div>
                <Card title={w.overview.matrix} text={w.overview.matrixText}>
                  <ScoreMatrix matrices={overview.matrices} />
                </Card>
                <Distribution overview={overview} />
              </div>
              <div>
                <Card title={w.overview.weak}>
                  <Weak weaknesses={overview.weaknesses} />
                </Card>
                <Card title={w.overview.month}>
                  <MonthPanel month={month} />
                </Card>
              </div>
            </div>
          )}
          <Card title={w.overview.stages} text={w.overview.stagesText}>
            <Stages stages={overview.stages} />
          </Card>
        </>
      ) : null}
    </Page>
  );
}

function Tiles({ overview }: { overview: Overview }) {
  const pick = usePick();
  return (
    <div className="overview-tiles">
      <LevelRing overview={overview} />
      {overview.levels.map((group) => {
        const level = (group.key || null) as RiskLevel | null;
        const tally = group[level ?? 'unassessed'];
        const share = overview.points.count ? Math.round((tally.count / overview.points.count) * 100) : 0;
        return (
          <button
            key={group.key || 'none'}
            type="button"
            className="level-tile"
            data-level={level ?? 'unassessed'}
            disabled={tally.count === 0}
            onClick={() => openPoints(pick(group.title), tally.points)}
            data-testid={`tile-${level ?? 'unassessed'}`}
          >
            <LevelSwatch level={level} wide={22} high={10} />
            <strong>{tally.count}</strong>
            <span>{pick(group.title)}</span>
            <em>{share}%</em>
          </button>
        );
      })}
    </div>
  );
}
