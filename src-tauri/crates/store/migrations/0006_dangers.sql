-- Version with the calendar, inspection plans and their results, hidden dangers and what was done about them.
-- Tasks have no table: they follow from plans and the calendar. States of dangers have no column: they follow from steps.

CREATE TABLE term (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL
) STRICT;

CREATE TABLE special_days (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL
) STRICT;

CREATE TABLE appointment (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL,
  department_id TEXT REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE checklist (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  topic TEXT,
  library TEXT NOT NULL,
  ordinal INTEGER NOT NULL
) STRICT;

CREATE TABLE checklist_item (
  id TEXT NOT NULL PRIMARY KEY,
  checklist_id TEXT NOT NULL REFERENCES checklist (id) DEFERRABLE INITIALLY DEFERRED,
  content TEXT NOT NULL,
  basis TEXT NOT NULL,
  version INTEGER NOT NULL,
  replaces_id TEXT REFERENCES checklist_item (id) DEFERRABLE INITIALLY DEFERRED,
  retired INTEGER NOT NULL,
  ordinal INTEGER NOT NULL
) STRICT;

CREATE TABLE inspector (
  id TEXT NOT NULL PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  topic TEXT,
  trained_on TEXT,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE inspection_plan (
  id TEXT NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  topic TEXT,
  scope TEXT NOT NULL,
  checklist_id TEXT REFERENCES checklist (id) DEFERRABLE INITIALLY DEFERRED,
  rule TEXT NOT NULL,
  rest_days TEXT NOT NULL,
  on_rest TEXT NOT NULL,
  grace_days INTEGER,
  executor TEXT NOT NULL,
  person_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  tier_id TEXT REFERENCES control_tier (id) DEFERRABLE INITIALLY DEFERRED,
  department_id TEXT REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  starts_on TEXT NOT NULL,
  ends_on TEXT,
  issued_on TEXT,
  campaign INTEGER NOT NULL,
  replaces_id TEXT REFERENCES inspection_plan (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT NOT NULL,
  ordinal INTEGER NOT NULL
) STRICT;

CREATE TABLE plan_point (
  id TEXT NOT NULL PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES inspection_plan (id) DEFERRABLE INITIALLY DEFERRED,
  point_id TEXT NOT NULL REFERENCES risk_point (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE inspection (
  id TEXT NOT NULL PRIMARY KEY,
  plan_id TEXT REFERENCES inspection_plan (id) DEFERRABLE INITIALLY DEFERRED,
  point_id TEXT REFERENCES risk_point (id) DEFERRABLE INITIALLY DEFERRED,
  due_on TEXT,
  shift INTEGER,
  done_on TEXT NOT NULL,
  done_at TEXT,
  inspector_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  inspector TEXT NOT NULL,
  channel TEXT NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE inspection_item (
  id TEXT NOT NULL PRIMARY KEY,
  inspection_id TEXT NOT NULL REFERENCES inspection (id) DEFERRABLE INITIALLY DEFERRED,
  check_item_id TEXT REFERENCES check_item (id) DEFERRABLE INITIALLY DEFERRED,
  checklist_item_id TEXT REFERENCES checklist_item (id) DEFERRABLE INITIALLY DEFERRED,
  content TEXT NOT NULL,
  result TEXT NOT NULL,
  value TEXT NOT NULL,
  note TEXT NOT NULL,
  photo TEXT NOT NULL,
  ordinal INTEGER NOT NULL
) STRICT;

CREATE TABLE hidden_danger (
  id TEXT NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  description TEXT NOT NULL,
  place TEXT NOT NULL,
  point_id TEXT REFERENCES risk_point (id) DEFERRABLE INITIALLY DEFERRED,
  measure_id TEXT REFERENCES control_measure (id) DEFERRABLE INITIALLY DEFERRED,
  item_id TEXT REFERENCES inspection_item (id) DEFERRABLE INITIALLY DEFERRED,
  floor_id TEXT REFERENCES floor (id) DEFERRABLE INITIALLY DEFERRED,
  position TEXT,
  source TEXT NOT NULL,
  found_on TEXT NOT NULL,
  found_at TEXT,
  reporter_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  reporter TEXT NOT NULL,
  department_id TEXT REFERENCES department (id) DEFERRABLE INITIALLY DEFERRED,
  form TEXT,
  cause TEXT,
  topic TEXT,
  accident TEXT NOT NULL,
  grade TEXT,
  basis TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE danger_step (
  id TEXT NOT NULL PRIMARY KEY,
  danger_id TEXT NOT NULL REFERENCES hidden_danger (id) DEFERRABLE INITIALLY DEFERRED,
  act TEXT NOT NULL,
  by_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  done_on TEXT NOT NULL,
  done_at TEXT,
  note TEXT NOT NULL,
  deadline TEXT,
  responsible_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  acceptor_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  approver_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  measures TEXT NOT NULL,
  funds INTEGER,
  contingency TEXT NOT NULL,
  document_id TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  review_on TEXT,
  duplicate_id TEXT REFERENCES hidden_danger (id) DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL
) STRICT;

CREATE TABLE danger_photo (
  id TEXT NOT NULL PRIMARY KEY,
  danger_id TEXT NOT NULL REFERENCES hidden_danger (id) DEFERRABLE INITIALLY DEFERRED,
  step_id TEXT REFERENCES danger_step (id) DEFERRABLE INITIALLY DEFERRED,
  moment TEXT NOT NULL,
  asset TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE danger_report (
  id TEXT NOT NULL PRIMARY KEY,
  danger_id TEXT NOT NULL REFERENCES hidden_danger (id) DEFERRABLE INITIALLY DEFERRED,
  addressee TEXT NOT NULL,
  recipient TEXT NOT NULL,
  sent_on TEXT NOT NULL,
  receipt TEXT NOT NULL,
  received_on TEXT
) STRICT;

CREATE INDEX plan_point_by_plan ON plan_point (plan_id);
CREATE INDEX inspection_item_by_inspection ON inspection_item (inspection_id);
CREATE INDEX danger_step_by_danger ON danger_step (danger_id);
CREATE INDEX danger_photo_by_danger ON danger_photo (danger_id);
