// The floor below, faintly, so that walls and stairs can be drawn where they belong.
// Relies on the plan of that floor being asked for when it is first shown. Cannot be clicked.
import { useEffect, useMemo } from 'react';
import { loadFloor } from '../../state/actions';
import { floorsOf, useTable } from '../../state/rows';
import { useProject } from '../../state/store';
import { CLOSED } from '../boxes';
import { useLook } from '../look';
import { linePath, outlinePath } from './path';

/** The floor below this one in its building. */
export function useFloorBelow(floor: string) {
  const floors = useTable('floor');
  const own = floors.get(floor);
  if (!own?.building_id) return null;
  return floorsOf(floors, own.building_id).findLast((other) => other.storey < own.storey) ?? null;
}

export function GhostFloor({ floor, scale }: { floor: string; scale: number }) {
  const shown = useLook((look) => look.ghost);
  const below = useFloorBelow(floor);
  return shown && below ? <Ghost floor={below.id} scale={scale} /> : null;
}

function Ghost({ floor, scale }: { floor: string; scale: number }) {
  const plan = useProject((state) => state.project?.plans.get(floor));
  const zones = useTable('risk_zone');
  const loaded = plan !== undefined;
  useEffect(() => {
    if (!loaded) void loadFloor(floor);
  }, [floor, loaded]);
  const path = useMemo(() => {
    const lines = (plan?.elements ?? [])
      .filter((own) => !own.hidden && own.line.length > 1 && own.kind !== 'dimension')
      .map((own) => linePath(own.line, scale, CLOSED.has(own.kind)));
    const areas = [...zones.values()].flatMap((zone) =>
      zone.floor_id === floor && zone.outline ? [outlinePath(zone.outline, scale)] : [],
    );
    return [...lines, ...areas].join('');
  }, [plan, zones, floor, scale]);
  return <path className="ghost-floor" d={path} data-testid="ghost-floor" />;
}
