// Small rows and answers for unit tests.
// Relies on the types alone; holds nothing that a rule would judge.
import type {
  Changed,
  FileView,
  PointView,
  ProjectView,
  RiskLevel,
  RiskZone,
  Standings,
  StandingView,
  Vocabulary,
} from './ipc';

export const FILE: FileView = {
  path: '/projects/test.sise',
  revision: 1,
  unpublished: false,
  demonstration: false,
  undo: null,
  redo: null,
};

export function standing(level: RiskLevel | null): StandingView {
  return { level, deciding: null, major: 0, high: 0, medium: 0, low: 0, unassessed: 0 };
}

function standings(part: Partial<Standings>): Standings {
  return { zones: {}, floors: {}, buildings: {}, campuses: {}, departments: {}, whole: null, ...part };
}

export function pointView(id: string, part: Partial<PointView> = {}): PointView {
  return {
    id,
    code: `JD-S-${id}`,
    name: id,
    kind: 'facility',
    zone_id: null,
    floor_id: 'f',
    position: [1, 2],
    building_id: null,
    location: '',
    department_id: null,
    person_id: null,
    tier_id: null,
    tier_by_hand: false,
    level: null,
    reason: 'unassessed',
    computed: null,
    score: null,
    method: null,
    unassessed: 0,
    spread: false,
    lowered_by_mean: false,
    hazards: 1,
    measures: 0,
    ...part,
  };
}

export function zone(id: string, part: Partial<RiskZone> = {}): RiskZone {
  return {
    id,
    code: id,
    name: id,
    kind: 'place',
    floor_id: 'f',
    outline: null,
    department_id: null,
    person_id: null,
    note: '',
    locked: false,
    hidden: false,
    grouping: '',
    ...part,
  };
}

export function projectView(
  part: Partial<Omit<ProjectView, 'standings'>> & { standings?: Partial<Standings> } = {},
): ProjectView {
  return {
    file: FILE,
    recovery: { kind: 'none' },
    basis: 'existing',
    rows: [],
    points: [],
    ...part,
    standings: { ...standings({ whole: standing(null) }), ...part.standings },
  };
}

export function changedOf(
  part: Partial<Omit<Changed, 'standings'>> & { standings?: Partial<Standings> } = {},
): Changed {
  return {
    file: { ...FILE, revision: FILE.revision + 1 },
    created: [],
    rows: [],
    removals: [],
    points: [],
    details: [],
    ...part,
    standings: standings(part.standings ?? {}),
  };
}

/** Words of the field without any. */
export const VOCABULARY: Vocabulary = {
  levels: [],
  point_kinds: [],
  zone_kinds: [],
  organisation_kinds: [],
  bases: [],
  measure_categories: [],
  six_classes: [],
  typefaces: [],
  chemical_codes: [],
  measure_mapping: [],
  tier_sets: [],
  review_subjects: [],
  review_acts: [],
  change_kinds: [],
  emergency_plan_kinds: [],
  measure_states: [],
  element_kinds: [],
  symbols: [],
  signs: [],
  accident_forms: [],
  colour_sets: [],
  accident_types: [],
  hazard_factors: [],
  direct_conditions: [],
  round_kinds: [],
  accident_catalogues: [],
  presets: [],
  inspections: {
    kinds: [],
    topics: [],
    special_days: [],
    rest_days: [],
    on_rest: [],
    executors: [],
    results: [],
    channels: [],
    task_states: [],
    plan_states: [],
  },
  dangers: {
    states: [],
    acts: [],
    grades: [],
    forms: [],
    causes: [],
    topics: [],
    sources: [],
    moments: [],
    recipients: [],
    safety_roles: [],
  },
  tables: [],
};
