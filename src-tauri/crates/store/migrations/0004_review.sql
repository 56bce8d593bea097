-- Version with reviews, changes, check items, documents, emergency plans, ignored findings, remembered mappings.
-- New columns stand at the end of their tables, in the order of the `record!` in `domain`.

CREATE TABLE document (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  asset TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE emergency_plan (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  content TEXT NOT NULL,
  document_id TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
  ordinal INTEGER NOT NULL
) STRICT;

ALTER TABLE control_measure ADD COLUMN six_class TEXT;
ALTER TABLE control_measure ADD COLUMN chemical TEXT;
ALTER TABLE control_measure ADD COLUMN document_id TEXT REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE control_measure ADD COLUMN plan_id TEXT REFERENCES emergency_plan (id) DEFERRABLE INITIALLY DEFERRED;

-- From this day on the person answers for nothing; what it scored and approved stays.
ALTER TABLE person ADD COLUMN left_on TEXT;

CREATE TABLE check_item (
  id TEXT NOT NULL PRIMARY KEY,
  point_id TEXT NOT NULL REFERENCES risk_point (id) DEFERRABLE INITIALLY DEFERRED,
  measure_id TEXT REFERENCES control_measure (id) DEFERRABLE INITIALLY DEFERRED,
  content TEXT NOT NULL,
  version INTEGER NOT NULL,
  replaces_id TEXT REFERENCES check_item (id) DEFERRABLE INITIALLY DEFERRED,
  retired INTEGER NOT NULL,
  ordinal INTEGER NOT NULL
) STRICT;

-- Acts of reviews. No state is stored: it follows from the last act and from what the points say today.
CREATE TABLE review (
  id TEXT NOT NULL PRIMARY KEY,
  subject TEXT NOT NULL,
  round_id TEXT REFERENCES assessment_round (id) DEFERRABLE INITIALLY DEFERRED,
  act TEXT NOT NULL,
  by_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  done_on TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE reviewed_point (
  id TEXT NOT NULL PRIMARY KEY,
  review_id TEXT NOT NULL REFERENCES review (id) DEFERRABLE INITIALLY DEFERRED,
  point TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  fingerprint TEXT NOT NULL
) STRICT;

CREATE TABLE change_record (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  happened_on TEXT,
  raised_by_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  round_id TEXT REFERENCES assessment_round (id) DEFERRABLE INITIALLY DEFERRED,
  closed_on TEXT,
  conclusion TEXT NOT NULL
) STRICT;

CREATE TABLE change_point (
  id TEXT NOT NULL PRIMARY KEY,
  change_id TEXT NOT NULL REFERENCES change_record (id) DEFERRABLE INITIALLY DEFERRED,
  point_id TEXT NOT NULL REFERENCES risk_point (id) DEFERRABLE INITIALLY DEFERRED,
  fingerprint TEXT NOT NULL,
  settled_on TEXT,
  settled_by_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT NOT NULL
) STRICT;

-- The subject is a text, since findings are about rows of many tables.
CREATE TABLE ignored_finding (
  id TEXT NOT NULL PRIMARY KEY,
  rule TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  reason TEXT NOT NULL,
  ignored_by_id TEXT REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  ignored_on TEXT NOT NULL,
  fingerprint TEXT NOT NULL
) STRICT;

CREATE TABLE remembered_mapping (
  id TEXT NOT NULL PRIMARY KEY,
  titles TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE INDEX check_item_by_point ON check_item (point_id);
CREATE INDEX reviewed_point_by_review ON reviewed_point (review_id);
CREATE INDEX change_point_by_change ON change_point (change_id);
