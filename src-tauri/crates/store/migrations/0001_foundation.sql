-- Version 1: the nouns of the project, one table each, and their history.
-- Columns stand in the order of the `record!` of the same name in `domain`; a test compares the two.
-- No level, score or colour is stored anywhere: they follow from these rows.

CREATE TABLE criteria_preset (
  id TEXT NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE project (
  id TEXT NOT NULL PRIMARY KEY,
  colour_set TEXT NOT NULL,
  activity_preset_id TEXT NOT NULL REFERENCES criteria_preset (id) DEFERRABLE INITIALLY DEFERRED,
  facility_preset_id TEXT NOT NULL REFERENCES criteria_preset (id) DEFERRABLE INITIALLY DEFERRED,
  workplace_preset_id TEXT NOT NULL REFERENCES criteria_preset (id) DEFERRABLE INITIALLY DEFERRED,
  prepared_by TEXT NOT NULL,
  reviewed_by TEXT NOT NULL,
  duty_phone TEXT NOT NULL,
  report_phone TEXT NOT NULL,
  assembly_point TEXT NOT NULL
) STRICT;

CREATE TABLE organisation (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  credit_code TEXT NOT NULL,
  school_code TEXT NOT NULL,
  region_code TEXT NOT NULL,
  address TEXT NOT NULL,
  principal_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  safety_lead_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  staff_count INTEGER NOT NULL,
  student_count INTEGER NOT NULL
) STRICT;

CREATE TABLE department (
  id TEXT NOT NULL PRIMARY KEY,
  parent_id TEXT REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  head_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  phone TEXT NOT NULL,
  ordinal INTEGER NOT NULL
) STRICT;

CREATE TABLE post (
  id TEXT NOT NULL PRIMARY KEY,
  department_id TEXT NOT NULL REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  headcount INTEGER NOT NULL,
  special_operation INTEGER NOT NULL,
  ordinal INTEGER NOT NULL
) STRICT;

CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY,
  department_id TEXT REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  post_id TEXT REFERENCES post (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  phone TEXT NOT NULL,
  ordinal INTEGER NOT NULL
) STRICT;

CREATE TABLE campus (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  ordinal INTEGER NOT NULL
) STRICT;

CREATE TABLE building (
  id TEXT NOT NULL PRIMARY KEY,
  campus_id TEXT NOT NULL REFERENCES campus (id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  purpose TEXT NOT NULL,
  storeys INTEGER NOT NULL,
  outline TEXT,
  ordinal INTEGER NOT NULL
) STRICT;

CREATE TABLE floor (
  id TEXT NOT NULL PRIMARY KEY,
  campus_id TEXT NOT NULL REFERENCES campus (id) DEFERRABLE INITIALLY DEFERRED,
  building_id TEXT REFERENCES building (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  storey INTEGER NOT NULL,
  calibrated INTEGER NOT NULL,
  north INTEGER NOT NULL
) STRICT;

CREATE TABLE plan_element (
  id TEXT NOT NULL PRIMARY KEY,
  floor_id TEXT NOT NULL REFERENCES floor (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  line TEXT NOT NULL,
  size INTEGER NOT NULL,
  text TEXT NOT NULL,
  ordinal INTEGER NOT NULL
) STRICT;

CREATE TABLE underlay (
  id TEXT NOT NULL PRIMARY KEY,
  floor_id TEXT NOT NULL REFERENCES floor (id) DEFERRABLE INITIALLY DEFERRED,
  asset TEXT NOT NULL,
  origin TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  millimetres_per_pixel TEXT NOT NULL,
  opacity INTEGER NOT NULL
) STRICT;

CREATE TABLE control_tier (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  rank INTEGER NOT NULL,
  levels TEXT NOT NULL
) STRICT;

CREATE TABLE risk_zone (
  id TEXT NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  floor_id TEXT REFERENCES floor (id) DEFERRABLE INITIALLY DEFERRED,
  outline TEXT,
  department_id TEXT REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE risk_point (
  id TEXT NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  zone_id TEXT REFERENCES risk_zone (id) DEFERRABLE INITIALLY DEFERRED,
  floor_id TEXT REFERENCES floor (id) DEFERRABLE INITIALLY DEFERRED,
  position TEXT,
  building_id TEXT REFERENCES building (id) DEFERRABLE INITIALLY DEFERRED,
  location TEXT NOT NULL,
  department_id TEXT REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  post_id TEXT REFERENCES post (id) DEFERRABLE INITIALLY DEFERRED,
  tier_id TEXT REFERENCES control_tier (id) DEFERRABLE INITIALLY DEFERRED,
  tier_reason TEXT NOT NULL,
  control_focus TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE hazard (
  id TEXT NOT NULL PRIMARY KEY,
  point_id TEXT NOT NULL REFERENCES risk_point (id) DEFERRABLE INITIALLY DEFERRED,
  step TEXT NOT NULL,
  standard TEXT NOT NULL,
  description TEXT NOT NULL,
  factor TEXT NOT NULL,
  consequence TEXT NOT NULL,
  ordinal INTEGER NOT NULL
) STRICT;

CREATE TABLE possible_accident (
  id TEXT NOT NULL PRIMARY KEY,
  hazard_id TEXT NOT NULL REFERENCES hazard (id) DEFERRABLE INITIALLY DEFERRED,
  accident_type TEXT NOT NULL,
  ordinal INTEGER NOT NULL
) STRICT;

CREATE TABLE assessment (
  id TEXT NOT NULL PRIMARY KEY,
  accident_id TEXT NOT NULL REFERENCES possible_accident (id) DEFERRABLE INITIALLY DEFERRED,
  assessor_id TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  basis TEXT NOT NULL,
  preset_id TEXT NOT NULL REFERENCES criteria_preset (id) DEFERRABLE INITIALLY DEFERRED,
  factors TEXT NOT NULL,
  assessed_on TEXT
) STRICT;

CREATE TABLE direct_determination (
  id TEXT NOT NULL PRIMARY KEY,
  point_id TEXT NOT NULL REFERENCES risk_point (id) DEFERRABLE INITIALLY DEFERRED,
  level TEXT NOT NULL,
  condition TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided_by_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  decided_on TEXT
) STRICT;

CREATE TABLE control_measure (
  id TEXT NOT NULL PRIMARY KEY,
  hazard_id TEXT NOT NULL REFERENCES hazard (id) DEFERRABLE INITIALLY DEFERRED,
  category TEXT NOT NULL,
  content TEXT NOT NULL,
  status TEXT NOT NULL,
  ordinal INTEGER NOT NULL
) STRICT;

CREATE TABLE retired_code (
  id TEXT NOT NULL PRIMARY KEY,
  code TEXT NOT NULL
) STRICT;

-- Only the references that deleting a parent would otherwise scan a long table for.
CREATE INDEX hazard_by_point ON hazard (point_id);
CREATE INDEX possible_accident_by_hazard ON possible_accident (hazard_id);
CREATE INDEX assessment_by_accident ON assessment (accident_id);
CREATE INDEX control_measure_by_hazard ON control_measure (hazard_id);
CREATE INDEX plan_element_by_floor ON plan_element (floor_id);

-- Pictures and other files, by the SHA-256 of their bytes. Not journalled: bytes never change.
CREATE TABLE asset (
  sha256 TEXT NOT NULL PRIMARY KEY,
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

-- One row: how often this project has been committed to.
CREATE TABLE project_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL
) STRICT;

-- 操作记录: one row for each step that a person took.
CREATE TABLE history_entry (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('create', 'edit', 'undo', 'redo')),
  label TEXT NOT NULL,
  label_english TEXT NOT NULL,
  target INTEGER REFERENCES history_entry (sequence),
  merge_key TEXT,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
  schema_version INTEGER NOT NULL,
  revision INTEGER NOT NULL
) STRICT;

-- The rows that each step changed, with the changed columns before and after as JSON objects.
CREATE TABLE history_change (
  id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL REFERENCES history_entry (sequence),
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  operation TEXT NOT NULL CHECK (operation IN ('insert', 'update', 'delete')),
  before TEXT,
  after TEXT
) STRICT;

CREATE INDEX history_change_by_entry ON history_change (entry);
CREATE INDEX history_change_by_row ON history_change (row_id);
