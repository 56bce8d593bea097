-- Version with worksheets, adjustments and assessment rounds.
-- New columns stand at the end of their tables, in the order of the `record!` in `domain`.

-- The columns of the three list families.
ALTER TABLE risk_point ADD COLUMN work_content TEXT NOT NULL DEFAULT '';
ALTER TABLE risk_point ADD COLUMN frequency TEXT NOT NULL DEFAULT '';
ALTER TABLE risk_point ADD COLUMN specification TEXT NOT NULL DEFAULT '';
ALTER TABLE risk_point ADD COLUMN equipment_number TEXT NOT NULL DEFAULT '';
ALTER TABLE risk_point ADD COLUMN quantity INTEGER;
ALTER TABLE risk_point ADD COLUMN special_equipment INTEGER NOT NULL DEFAULT 0;
ALTER TABLE risk_point ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
ALTER TABLE risk_point ADD COLUMN area TEXT NOT NULL DEFAULT '';
ALTER TABLE risk_point ADD COLUMN capacity INTEGER;
ALTER TABLE risk_point ADD COLUMN emergency TEXT NOT NULL DEFAULT '';
ALTER TABLE risk_point ADD COLUMN library_entry TEXT NOT NULL DEFAULT '';

-- The last part of a hazard's code: numbered within its point, by order.
ALTER TABLE hazard ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
ALTER TABLE hazard ADD COLUMN note TEXT NOT NULL DEFAULT '';
UPDATE hazard SET number = numbered.number FROM (
  SELECT id, row_number() OVER (PARTITION BY point_id ORDER BY ordinal, id) AS number FROM hazard
) AS numbered WHERE numbered.id = hazard.id;

ALTER TABLE project ADD COLUMN accident_catalogue TEXT NOT NULL DEFAULT 'gb6441-1986';

CREATE TABLE level_adjustment (
  id TEXT NOT NULL PRIMARY KEY,
  accident_id TEXT NOT NULL REFERENCES possible_accident (id) DEFERRABLE INITIALLY DEFERRED,
  basis TEXT NOT NULL,
  level TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided_by_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  decided_on TEXT
) STRICT;

CREATE TABLE assessment_round (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  cause TEXT NOT NULL,
  started_on TEXT,
  ended_on TEXT,
  supplements_id TEXT REFERENCES assessment_round (id) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL,
  conclusion TEXT NOT NULL,
  approved_by_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  approved_on TEXT
) STRICT;

CREATE TABLE round_member (
  id TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES assessment_round (id) DEFERRABLE INITIALLY DEFERRED,
  person_id TEXT NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL,
  ordinal INTEGER NOT NULL
) STRICT;

-- What was found when a round was approved. Levels and scores are stored here and nowhere else: a record of what was
-- approved may not follow later edits. It refers to its round alone, so that deleting a point leaves it whole.
CREATE TABLE round_result (
  id TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES assessment_round (id) DEFERRABLE INITIALLY DEFERRED,
  point TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  department TEXT NOT NULL,
  zone TEXT NOT NULL,
  location TEXT NOT NULL,
  floor TEXT NOT NULL,
  position TEXT,
  level TEXT,
  inherent TEXT,
  reason TEXT NOT NULL,
  score TEXT NOT NULL,
  method TEXT,
  preset TEXT NOT NULL,
  tier TEXT NOT NULL,
  inputs TEXT NOT NULL
) STRICT;

CREATE INDEX level_adjustment_by_accident ON level_adjustment (accident_id);
CREATE INDEX round_result_by_round ON round_result (round_id);
