// What is still missing on the way, in the order of the way.
// Relies on counts alone; what must be there is judged by Rust's health check.
import { useMemo } from 'react';
import { openFirst } from '../list/rows';
import { useWords } from '../words';
import { goTo } from './go';
import { useTable } from './rows';
import { type Step, useProject, useSelection, useView } from './store';

export interface Next {
  key: string;
  title: string;
  text: string;
  done: boolean;
  go: () => void;
}

export function goStep(step: Step): void {
  useView.setState(step === 'assess' ? { step, tab: 'score' } : { step });
}

/** Counts for the way at the left. */
export function useProgress() {
  const points = useProject((state) => state.project?.points);
  const zones = useTable('risk_zone');
  return useMemo(() => {
    let assessed = 0;
    let withMeasures = 0;
    for (const point of points?.values() ?? []) {
      if (point.level !== null && point.unassessed === 0) assessed += 1;
      if (point.measures > 0) withMeasures += 1;
    }
    return { points: points?.size ?? 0, zones: zones.size, assessed, withMeasures };
  }, [points, zones]);
}

export function useNextSteps(): Next[] {
  const w = useWords();
  const departments = useTable('department').size;
  const people = useTable('person').size;
  const buildings = useTable('building').size;
  const progress = useProgress();
  return useMemo(() => {
    const { points, zones, assessed, withMeasures } = progress;
    const draw = (tool: 'polygon' | 'point') => () => {
      useSelection.setState({ row: null, corner: null });
      useView.setState({ step: 'identify', tool });
    };
    const assess = () => {
      useView.setState({ step: 'assess', tab: 'score' });
      const open = openFirst([...(useProject.getState().project?.points.values() ?? [])])[0];
      if (open) goTo({ table: 'risk_point', id: open.id });
    };
    return [
      {
        key: 'people',
        title: w.next.people,
        text: w.next.peopleText(departments, people),
        done: departments > 0 && people > 0,
        go: () => goStep('setup'),
      },
      {
        key: 'buildings',
        title: w.next.buildings,
        text: w.next.buildingsText(buildings),
        done: buildings > 0,
        go: () => goStep('setup'),
      },
      {
        key: 'zones',
        title: w.next.zones,
        text: w.next.zonesText(zones),
        done: zones > 0,
        go: draw('polygon'),
      },
      {
        key: 'points',
        title: w.next.points,
        text: w.next.pointsText(points),
        done: points > 0,
        go: draw('point'),
      },
      {
        key: 'assess',
        title: w.next.assess,
        text: w.next.assessText(assessed, points),
        done: points > 0 && assessed === points,
        go: assess,
      },
      {
        key: 'measures',
        title: w.next.measures,
        text: w.next.measuresText(withMeasures, points),
        done: points > 0 && withMeasures === points,
        go: () => useView.setState({ step: 'identify', tab: 'measures' }),
      },
      { key: 'check', title: w.next.check, text: w.next.checkText, done: false, go: () => goStep('check') },
    ];
  }, [w, departments, people, buildings, progress]);
}
