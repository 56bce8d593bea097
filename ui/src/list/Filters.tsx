// What the list and the plan leave out: by level, family, department, text, floor.
// Relies on one set of filters for both. Counts are those of all points of the project.
import { Input, Select } from 'antd';
import { useMemo } from 'react';
import type { RiskPointKind } from '../ipc';
import { Icon } from '../parts/icons';
import { LevelSwatch, useLevelShort } from '../parts/Level';
import { usePick, useVocabulary } from '../state/settings';
import { type LevelOrNone, NO_FILTERS, useProject, useView } from '../state/store';
import { useWords } from '../words';
import { isFiltering } from './rows';

export function toggleLevel(level: LevelOrNone): void {
  useView.setState(({ filters }) => ({
    filters: {
      ...filters,
      levels: filters.levels.includes(level)
        ? filters.levels.filter((own) => own !== level)
        : [...filters.levels, level],
    },
  }));
}

export function LevelToggles({ counts }: { counts: ReadonlyMap<LevelOrNone, number> }) {
  const { levels } = useVocabulary();
  const short = useLevelShort();
  const chosen = useView((view) => view.filters.levels);
  const all: LevelOrNone[] = [...levels.map((level) => level.value), 'unassessed'];
  return (
    <div className="level-toggles">
      {all.map((level) => {
        const own = level === 'unassessed' ? null : level;
        return (
          <button
            key={level}
            type="button"
            className="level-toggle"
            aria-pressed={chosen.includes(level)}
            title={short(own)}
            data-testid={`filter-${level}`}
            onClick={() => toggleLevel(level)}
          >
            <LevelSwatch level={own} />
            <span>{short(own)}</span>
            <b>{counts.get(level) ?? 0}</b>
          </button>
        );
      })}
    </div>
  );
}

export function useCounts(): ReadonlyMap<LevelOrNone, number> {
  const whole = useProject((state) => state.project?.standings.whole);
  return useMemo(
    () =>
      new Map<LevelOrNone, number>([
        ['major', whole?.major ?? 0],
        ['high', whole?.high ?? 0],
        ['medium', whole?.medium ?? 0],
        ['low', whole?.low ?? 0],
        ['unassessed', whole?.unassessed ?? 0],
      ]),
    [whole],
  );
}

export function Filters() {
  const w = useWords();
  const pick = usePick();
  const { point_kinds } = useVocabulary();
  const filters = useView((view) => view.filters);
  const departments = useProject((state) => state.project?.tables.department);
  const counts = useCounts();
  const change = (part: Partial<typeof filters>) => useView.setState({ filters: { ...filters, ...part } });
  return (
    <div className="filters">
      <LevelToggles counts={counts} />
      <Select
        size="small"
        className="filter-select"
        value={filters.kind}
        placeholder={w.list.anyKind}
        allowClear
        popupMatchSelectWidth={false}
        options={point_kinds.map((kind) => ({ value: kind.value, label: pick(kind.name) }))}
        onChange={(kind: RiskPointKind | undefined) => change({ kind: kind ?? null })}
        data-testid="filter-kind"
      />
      <Select
        size="small"
        className="filter-select"
        value={filters.department}
        placeholder={w.list.anyDepartment}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={[...(departments?.values() ?? [])].map((own) => ({ value: own.id, label: own.name }))}
        onChange={(department: string | undefined) => change({ department: department ?? null })}
        data-testid="filter-department"
      />
      <Input
        size="small"
        className="filter-text"
        allowClear
        prefix={<Icon name="search" size={13} />}
        placeholder={w.list.search}
        value={filters.text}
        onChange={(event) => change({ text: event.target.value })}
        data-testid="filter-text"
      />
      {isFiltering(filters) ? (
        <button
          type="button"
          className="link"
          onClick={() => useView.setState({ filters: { ...NO_FILTERS, onFloor: filters.onFloor } })}
          data-testid="filter-clear"
        >
          {w.list.clear}
        </button>
      ) : null}
    </div>
  );
}
