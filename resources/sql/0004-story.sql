-- The rest of a youth's story: measures with their activities, plans, school reports, and the
-- office's list of activities.

-- Block 3 and 4. A measure's outreach decision and its own stand apart by `decision`.
CREATE TABLE measure (
  id INTEGER PRIMARY KEY,
  youth_id INTEGER NOT NULL REFERENCES youth (id),
  decision TEXT NOT NULL,                  -- § 9 (atgtyp)
  content TEXT NOT NULL,                   -- § 4 (3) content
  decided_on TEXT,                         -- § 8
  started_on TEXT,                         -- § 4 (3) start; NULL while only decided
  ended_on TEXT,                           -- § 4 (3) end
  reason TEXT,                             -- § 4 (3) reason for ending
  after TEXT                               -- § 4 (2) occupation after it
);
CREATE INDEX measure_by_youth ON measure (youth_id, started_on);

-- What the municipality offers. An item that is no longer offered is retired, not deleted, as
-- activities refer to it. No personal data.
CREATE TABLE catalogue (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  is_retired INTEGER NOT NULL
);

CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  youth_id INTEGER NOT NULL REFERENCES youth (id),
  measure_id INTEGER NOT NULL REFERENCES measure (id),
  catalogue_id INTEGER REFERENCES catalogue (id),
  started_on TEXT,                         -- § 8: when the measure's part starts and ends
  stopped_on TEXT,
  goal TEXT NOT NULL,                      -- § 8
  how TEXT NOT NULL,                       -- § 8
  responsible TEXT NOT NULL,               -- § 8: youth, municipality or another actor
  result TEXT NOT NULL                     -- § 8; never what § 5 forbids
);
CREATE INDEX activity_by_youth ON activity (youth_id);
CREATE INDEX activity_by_measure ON activity (measure_id);

-- The seven points of documentation that Skolverket prescribes (§ 8). A revision is a new row.
CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  youth_id INTEGER NOT NULL REFERENCES youth (id),
  version INTEGER NOT NULL,
  written_on TEXT NOT NULL,
  goal TEXT NOT NULL,
  youth_part TEXT NOT NULL,
  municipality_part TEXT NOT NULL,
  other_part TEXT NOT NULL,
  starts_on TEXT,
  ends_on TEXT,
  end_reason TEXT NOT NULL,
  follow_up TEXT NOT NULL
);
CREATE INDEX plan_by_youth ON plan (youth_id, version);

-- Organisers' reports to the home municipality: skollagen (2010:800) 15:15 and 18:15. The youth need
-- not be registered.
CREATE TABLE school_report (
  id INTEGER PRIMARY KEY,
  youth_id INTEGER NOT NULL REFERENCES youth (id),
  received_on TEXT NOT NULL,
  category TEXT NOT NULL,
  diary_number TEXT NOT NULL,              -- where the report itself is kept
  school TEXT NOT NULL,
  organiser TEXT NOT NULL,
  state TEXT NOT NULL                      -- that of the latest step
);
CREATE INDEX school_report_by_youth ON school_report (youth_id, received_on);
CREATE INDEX school_report_by_state ON school_report (state, received_on);

CREATE TABLE school_report_step (
  id INTEGER PRIMARY KEY,
  youth_id INTEGER NOT NULL REFERENCES youth (id),
  report_id INTEGER NOT NULL REFERENCES school_report (id),
  date TEXT NOT NULL,
  state TEXT NOT NULL,
  note TEXT NOT NULL
);
CREATE INDEX school_report_step_by_youth ON school_report_step (youth_id);

-- That a purge was done (förordning 2006:39 § 7): when, by whom, how many. No names.
CREATE TABLE purge (
  id INTEGER PRIMARY KEY,
  date TEXT NOT NULL,
  actor TEXT NOT NULL,
  year INTEGER NOT NULL,
  youths INTEGER NOT NULL,
  rows INTEGER NOT NULL
);
