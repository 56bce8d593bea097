// The plan as a merge would make it, with everything that it would change pointed out.
// Relies on the preview's own step for what would look different; nothing is written.
import { useEffect, useMemo, useState } from 'react';
import { rowsOf } from '../filing/ChangeList';
import { FloorChoice } from '../filing/FloorChoice';
import { firstFloorOf, StillPlan } from '../filing/StillPlan';
import type { MergePreview } from '../ipc';
import { loadFloor } from '../state/actions';
import { applyChanged } from '../state/project';
import { useProject, useView } from '../state/store';

export function MergedPlan({ preview }: { preview: MergePreview }) {
  const project = useProject((state) => state.project);
  const merged = useMemo(() => (project ? applyChanged(project, preview.looks) : null), [project, preview]);
  const marks = useMemo(() => {
    const rows = new Set(rowsOf(preview.arrivals));
    for (const point of preview.looks.points) rows.add(point.id);
    for (const conflict of preview.conflicts) rows.add(conflict.row.id);
    return rows;
  }, [preview]);
  const wanted = useView((view) => view.floor);
  const first = preview.conflicts.find((own) => own.floor)?.floor ?? wanted;
  const [chosen, setChosen] = useState<string | null>(null);
  const floor = merged ? firstFloorOf(merged, chosen ?? first) : null;
  const known = project && floor ? project.plans.has(floor) || !project.tables.floor.has(floor) : true;
  useEffect(() => {
    if (floor && !known) void loadFloor(floor);
  }, [floor, known]);
  if (!merged || !floor) return null;
  return (
    <div className="looking">
      <FloorChoice project={merged} floor={floor} onFloor={setChosen} testid="merge-floor" />
      <StillPlan
        project={merged}
        floor={floor}
        content={merged.plans.get(floor) ?? null}
        marks={marks}
        testid="merge-plan"
      />
    </div>
  );
}
