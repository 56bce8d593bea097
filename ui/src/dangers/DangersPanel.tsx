// 隐患治理: every hidden danger on a board by state or in a list, or the case of one.
// Relies on `dangers` for the lines; filters only hide.
import { Input, Select, Switch } from 'antd';
import { useMemo, useState } from 'react';
import { openReport, useInspect } from '../inspect/state';
import { useDepartmentChoices } from '../inspector/BasicsTab';
import type { HiddenDangerGrade } from '../ipc';
import { useChoices } from '../parts/choices';
import { Empty } from '../parts/Empty';
import { Icon } from '../parts/icons';
import { useVocabulary } from '../state/settings';
import { useWords } from '../words';
import { Board } from './Board';
import { byUrgency, columnOf, type DangerFilters, NO_DANGER_FILTERS, passes } from './board';
import { CasePage } from './CasePage';
import { DangerTable } from './DangerTable';
import { useDangersAsked } from './useDangers';

export function DangersPanel() {
  const danger = useInspect((own) => own.danger);
  // The filters outlive the case that was opened among them.
  const [filters, setFilters] = useState(NO_DANGER_FILTERS);
  const [view, setView] = useState<'board' | 'list'>('board');
  if (danger) return <CasePage key={danger} danger={danger} />;
  return <Overview filters={filters} setFilters={setFilters} view={view} setView={setView} />;
}

interface Props {
  filters: DangerFilters;
  setFilters: (filters: DangerFilters) => void;
  view: 'board' | 'list';
  setView: (view: 'board' | 'list') => void;
}

function Overview({ filters, setFilters, view, setView }: Props) {
  const w = useWords();
  const { lines, there } = useDangersAsked();
  const shown = useMemo(() => lines.filter((own) => passes(own, filters)).sort(byUrgency), [lines, filters]);
  const overdue = lines.filter((own) => own.overdue).length;
  const filed = lines.filter((own) => columnOf(own.state) === 'filed').length;
  if (there && lines.length === 0)
    return (
      <Empty title={w.dangers.empty} text={w.dangers.emptyText}>
        <button type="button" className="primary" onClick={() => openReport()} data-testid="danger-first">
          {w.dangers.report}
        </button>
      </Empty>
    );
  return (
    <div className="dangers" data-testid="dangers" data-count={shown.length}>
      <div className="dangers-bar">
        <div className="seg" role="tablist">
          {(['board', 'list'] as const).map((own) => (
            <button
              key={own}
              type="button"
              role="tab"
              aria-selected={own === view}
              onClick={() => setView(own)}
              data-testid={`dangers-${own}`}
            >
              {w.dangers[own]}
            </button>
          ))}
        </div>
        <Filters filters={filters} setFilters={setFilters} overdue={overdue} filed={filed} />
        <b className="grow-count">{w.dangers.shown(shown.length)}</b>
      </div>
      {there && shown.length === 0 ? <p className="faint pad">{w.dangers.nothingFound}</p> : null}
      {shown.length > 0 && view === 'board' ? <Board lines={shown} filed={filters.filed} /> : null}
      {shown.length > 0 && view === 'list' ? <DangerTable lines={shown} /> : null}
    </div>
  );
}

interface FiltersProps {
  filters: DangerFilters;
  setFilters: (filters: DangerFilters) => void;
  overdue: number;
  filed: number;
}

function Filters({ filters, setFilters, overdue, filed }: FiltersProps) {
  const w = useWords();
  const grades = useChoices(useVocabulary().dangers.grades);
  const departments = useDepartmentChoices();
  const set = (part: Partial<DangerFilters>) => setFilters({ ...filters, ...part });
  return (
    <>
      <Input
        className="dangers-search"
        value={filters.text}
        allowClear
        prefix={<Icon name="search" size={13} />}
        placeholder={w.dangers.search}
        onChange={(event) => set({ text: event.target.value })}
        data-testid="dangers-search"
      />
      <Select
        value={filters.grade}
        allowClear
        placeholder={w.dangers.allGrades}
        options={grades}
        onChange={(grade: string | undefined) => set({ grade: (grade ?? null) as HiddenDangerGrade | null })}
        data-testid="dangers-grade"
      />
      <Select
        value={filters.department}
        allowClear
        placeholder={w.dangers.allDepartments}
        options={departments}
        popupMatchSelectWidth={false}
        onChange={(department: string | undefined) => set({ department: department ?? null })}
        data-testid="dangers-department"
      />
      <span className="dangers-switch" data-warn={overdue > 0 || undefined}>
        <Switch
          size="small"
          checked={filters.overdue}
          onChange={(own) => set({ overdue: own })}
          aria-label={w.dangers.overdueOnly(overdue)}
          data-testid="dangers-overdue"
        />
        {w.dangers.overdueOnly(overdue)}
      </span>
      <span className="dangers-switch">
        <Switch
          size="small"
          checked={filters.filed}
          onChange={(own) => set({ filed: own })}
          aria-label={w.dangers.filed(filed)}
          data-testid="dangers-filed"
        />
        {w.dangers.filed(filed)}
      </span>
    </>
  );
}
