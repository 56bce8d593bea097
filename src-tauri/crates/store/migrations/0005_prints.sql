-- Version with the look of prints, texts changed on one piece, what hangs on the wall, and own signs.
-- Pieces are named by kind and subject as words: a record of paper on the wall outlives the point it is about.

CREATE TABLE print_style (
  id TEXT NOT NULL PRIMARY KEY,
  theme TEXT NOT NULL,
  ink TEXT NOT NULL,
  accent TEXT NOT NULL,
  ground TEXT NOT NULL,
  name TEXT NOT NULL,
  badge TEXT NOT NULL,
  emblem TEXT NOT NULL,
  slogan TEXT NOT NULL,
  footer TEXT NOT NULL
) STRICT;

CREATE TABLE print_text (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  field TEXT NOT NULL,
  source TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE printed_piece (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  title TEXT NOT NULL,
  version TEXT NOT NULL,
  content TEXT NOT NULL,
  printed_on TEXT,
  photo TEXT NOT NULL
) STRICT;

CREATE TABLE own_sign (
  id TEXT NOT NULL PRIMARY KEY,
  replaces TEXT NOT NULL,
  family TEXT NOT NULL,
  name TEXT NOT NULL,
  drawing TEXT NOT NULL,
  accidents TEXT NOT NULL
) STRICT;
