-- The office: what was sent, what came in, how the program is set up, and who did what. Ground:
-- tryckfrihetsförordningen 2 kap. (copies of what was sent) and dataskyddsförordningen art. 5.2,
-- 32 (accountability). Instants are UTC.

CREATE TABLE letter (
  id INTEGER PRIMARY KEY,
  youth_id INTEGER NOT NULL REFERENCES youth (id),
  date TEXT NOT NULL,
  kind TEXT NOT NULL,
  template_version INTEGER,
  batch INTEGER,                           -- the id of the first letter printed with it
  pdf BLOB                                 -- the copy, last so that lists need not read past it
);
CREATE INDEX letter_by_youth ON letter (youth_id, date);

CREATE TABLE import_run (
  id INTEGER PRIMARY KEY,
  date TEXT NOT NULL,
  source TEXT NOT NULL,
  rows INTEGER NOT NULL,
  added INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  unchanged INTEGER NOT NULL,
  gone INTEGER NOT NULL,
  rejected INTEGER NOT NULL
);

-- Of a row only what became of it; its cells are in the register or nowhere (§ 3). Neighbours of
-- one result with consecutive youths, as new ones are, share a line: rows row … row + n - 1.
CREATE TABLE import_row (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES import_run (id),
  row INTEGER NOT NULL,
  n INTEGER NOT NULL,
  result TEXT NOT NULL,
  youth_id INTEGER                         -- of the first; no reference: a log, not the person
);
CREATE INDEX import_row_by_run ON import_row (run_id);

CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
);

-- Append-only and chained: mac is BLAKE2b over the row and the mac before it, keyed by a subkey
-- that the database does not hold. Field names, never values.
CREATE TABLE audit (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  youth_id INTEGER NOT NULL,               -- 0 when none or many; no reference, as it outlives a purge
  details TEXT NOT NULL,
  mac BLOB NOT NULL
);
CREATE TRIGGER audit_is_not_edited BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE (ABORT, 'the audit log is append-only');
END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN
  SELECT RAISE (ABORT, 'the audit log is append-only');
END;

-- What it takes to undo a change, or to redo it while `undone`. `image` is a whole row as it was
-- (src/store/tj-row-image.c); inserted rows need only their ids. A later migration that changes a
-- table's columns must empty both, as old images no longer fit.
CREATE TABLE undo_change (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  action TEXT NOT NULL,
  youth_id INTEGER NOT NULL,
  undone INTEGER NOT NULL
);
CREATE TABLE undo_item (
  change_id INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  kind INTEGER NOT NULL,                   -- 0 inserted, 1 updated, 2 deleted
  name TEXT NOT NULL,
  first_id INTEGER NOT NULL,
  last_id INTEGER NOT NULL,
  image BLOB,
  PRIMARY KEY (change_id, seq)
) WITHOUT ROWID;

-- Derived, so that a day's list needs no events: for each youth the latest registration with its
-- planned ladder. Written in the transaction of every change and planned anew with a new routine.
-- Dates are day numbers here (0: none), as nothing but the program reads them.
CREATE TABLE agenda (
  youth_id INTEGER PRIMARY KEY,            -- no reference: it is never the youth's only trace
  registered_on INTEGER NOT NULL,
  is_open INTEGER NOT NULL,
  wakes_on INTEGER,                        -- earliest day anything can be due; NULL: never. No
                                           -- index: a scan of all is a few milliseconds, and
                                           -- every change would pay for one
  contact_on INTEGER NOT NULL,             -- the latest contact, of any registration
  contact_channel INTEGER NOT NULL,
  contact_outcome INTEGER NOT NULL,
  ladder BLOB                              -- packed by src/store/tj-planner.c; NULL when closed
);

-- By which routine the agenda was planned; empty when it must be planned anew.
CREATE TABLE agenda_routine (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  fingerprint TEXT NOT NULL
);
