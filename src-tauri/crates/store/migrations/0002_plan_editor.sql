-- Version 2: the plan editor: layers, locked and hidden parts, groups, pictures that are turned and cropped.
-- New columns stand at the end, each with the value that says what version 1 said by having none.

CREATE TABLE plan_layer (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  visible INTEGER NOT NULL,
  locked INTEGER NOT NULL,
  printed INTEGER NOT NULL
) STRICT;

ALTER TABLE floor ADD COLUMN georeference TEXT;

ALTER TABLE plan_element ADD COLUMN layer_id TEXT REFERENCES plan_layer (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE plan_element ADD COLUMN locked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE plan_element ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
ALTER TABLE plan_element ADD COLUMN grouping TEXT NOT NULL DEFAULT '';
ALTER TABLE plan_element ADD COLUMN anchors TEXT;

ALTER TABLE underlay ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE underlay ADD COLUMN rotation INTEGER NOT NULL DEFAULT 0;
ALTER TABLE underlay ADD COLUMN crop TEXT;
ALTER TABLE underlay ADD COLUMN locked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE underlay ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
ALTER TABLE underlay ADD COLUMN ordinal INTEGER NOT NULL DEFAULT 0;

ALTER TABLE risk_zone ADD COLUMN locked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE risk_zone ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
ALTER TABLE risk_zone ADD COLUMN grouping TEXT NOT NULL DEFAULT '';
