// The rows behind a number, as a drawer; each leads to its place.
// Relies on the open project for names; a row that is gone meanwhile is left out.
import { Drawer } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import { useDangers, useStateName } from '../dangers/useDangers';
import { openDanger } from '../inspect/state';
import type { RowId } from '../ipc';
import { useNames } from '../list/filter';
import { rankOf } from '../list/rows';
import { useVirtual } from '../list/virtual';
import { Icon } from '../parts/icons';
import { LevelChip } from '../parts/Level';
import { goTo } from '../state/go';
import type { Project } from '../state/project';
import { usePick, useVocabulary } from '../state/settings';
import { useProject, useView } from '../state/store';
import { useWords } from '../words';
import { type BehindLine, closeBehind, useBehind } from './behind';

const ROW = 44;

export function Behind() {
  const behind = useBehind((state) => state.behind);
  const step = useView((view) => view.step);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever goes elsewhere has done with the number
  useEffect(() => closeBehind, [step]);
  if (!behind) return null;
  return (
    <Drawer open size={440} title={behind.title} onClose={closeBehind} mask={{ closable: true }}>
      <Rows rows={behind.rows} others={behind.lines ?? NONE} />
    </Drawer>
  );
}

const NONE: readonly BehindLine[] = [];

interface Line {
  key: string;
  go: () => void;
  title: string;
  note: string;
  level: Parameters<typeof LevelChip>[0]['level'] | undefined;
}

function Rows({ rows, others }: { rows: readonly RowId[]; others: readonly BehindLine[] }) {
  const w = useWords();
  const pick = usePick();
  const names = useNames();
  const { levels, tables } = useVocabulary();
  const project = useProject((state) => state.project);
  const dangers = useDangers();
  const stateName = useStateName();
  const lines = useMemo(() => {
    if (!project) return [];
    const rank = rankOf(levels.map((level) => level.value));
    const called = new Map(tables.map((own) => [own.value as string, pick(own.name)]));
    const found = new Map(dangers.map((danger) => [danger.id, danger]));
    const ofDanger = (row: RowId): Line | null => {
      const danger = found.get(row.id);
      if (!danger) return null;
      const note = [stateName(danger.state), danger.place, danger.deadline].filter(Boolean).join(' ｜ ');
      return { ...leading(row), title: `${danger.code} ${danger.description}`, note, level: undefined };
    };
    const own = rows.flatMap(
      (row) => (row.table === 'hidden_danger' ? ofDanger(row) : lineOf(project, row, names, called)) ?? [],
    );
    const more = others.map((line): Line => ({ ...line, level: undefined }));
    return [...own, ...more].sort((a, b) => rank(a.level ?? null) - rank(b.level ?? null));
  }, [rows, others, project, dangers, stateName, names, levels, tables, pick]);
  const box = useRef<HTMLDivElement>(null);
  const { first, last } = useVirtual(box, lines.length, ROW);
  return (
    <div className="behind" data-testid="behind" data-count={lines.length}>
      <p className="faint">{w.overview.behind(lines.length)}</p>
      <div className="behind-rows" ref={box}>
        <div style={{ height: lines.length * ROW, position: 'relative' }}>
          {lines.slice(first, last).map((line, index) => (
            <button
              key={line.key}
              type="button"
              className="behind-row"
              style={{ top: (first + index) * ROW }}
              data-row={line.key}
              data-testid="behind-row"
              onClick={() => {
                closeBehind();
                line.go();
              }}
            >
              {line.level === undefined ? <span /> : <LevelChip level={line.level} />}
              <span>
                <b>{line.title}</b>
                <em>{line.note}</em>
              </span>
              <Icon name="right" size={13} />
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}

/** What a row is known by, and the way to it. */
function leading(row: RowId): Pick<Line, 'key' | 'go'> {
  return { key: row.id, go: () => visit(row) };
}

/** Rows that stand on no plan are kept under the organisation. */
function visit(row: RowId): void {
  const placed = ['risk_point', 'risk_zone', 'floor', 'building'].includes(row.table);
  if (row.table === 'hidden_danger') openDanger(row.id);
  else if (placed) goTo(row);
  else useView.setState({ step: 'setup' });
}

function lineOf(
  project: Project,
  row: RowId,
  names: ReturnType<typeof useNames>,
  called: ReadonlyMap<string, string>,
): Line | null {
  if (row.table === 'risk_point') {
    const point = project.points.get(row.id);
    if (!point) return null;
    const place = [names.floor(point), names.zone(point.zone_id)].filter(Boolean).join(' · ');
    const who = [names.department(point.department_id), names.person(point.person_id)]
      .filter(Boolean)
      .join(' ');
    return {
      ...leading(row),
      title: `${point.code} ${point.name}`,
      note: [place || point.location, who].filter(Boolean).join(' ｜ '),
      level: point.level,
    };
  }
  const found = project.tables[row.table].get(row.id);
  if (!found) return null;
  const name = 'name' in found && typeof found.name === 'string' ? found.name : '';
  return { ...leading(row), title: name, note: called.get(row.table) ?? '', level: undefined };
}
