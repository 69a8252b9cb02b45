-- The month-20 reconciliation with those who pay the schools (16:50–51): prices, and month by month
-- what was found and decided. People are known by number, as on the lists it rests on, and are
-- purged with those.

-- What a year costs; nothing personal.
CREATE TABLE price (
  id INTEGER PRIMARY KEY,
  programme TEXT NOT NULL,                 -- without the suffix of 2025
  orientation TEXT NOT NULL,               -- empty texts and dates: any
  organiser TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  begun_from TEXT,
  begun_to TEXT,
  year_ore INTEGER,
  origin TEXT NOT NULL                     -- the regulation or agreement it stands in
);

CREATE TABLE reconciliation (
  id INTEGER PRIMARY KEY,
  month TEXT NOT NULL UNIQUE,              -- its first day
  meeting_on TEXT,
  participants TEXT NOT NULL,
  made_on TEXT NOT NULL,
  closed_on TEXT,
  figures TEXT NOT NULL                    -- JSON: how the month stood
);

CREATE TABLE reconciliation_item (
  id INTEGER PRIMARY KEY,
  reconciliation_id INTEGER NOT NULL REFERENCES reconciliation (id),
  personal_number TEXT NOT NULL,
  given_name TEXT NOT NULL,                -- 16:50–51: to settle it with a school; protected: none
  family_name TEXT NOT NULL,
  protection TEXT NOT NULL,
  kind TEXT NOT NULL,
  evidence TEXT NOT NULL,
  organiser TEXT NOT NULL,
  school TEXT NOT NULL,
  programme TEXT NOT NULL,
  invoice_number TEXT NOT NULL,
  amount_ore INTEGER,
  proposal TEXT NOT NULL,
  decision TEXT,
  decided_on TEXT,
  reason TEXT,                             -- of leaving KAA
  ike_from TEXT,                           -- when the pupil is paid for again
  follow_up_on TEXT,
  done_on TEXT                             -- until then it is carried over
);
CREATE INDEX reconciliation_item_by_number ON reconciliation_item (personal_number);
CREATE INDEX reconciliation_item_by_month ON reconciliation_item (reconciliation_id);

-- Who went where when a month was closed, so that the next one sees what has changed.
CREATE TABLE enrolment_before (
  id INTEGER PRIMARY KEY,
  month TEXT NOT NULL,
  personal_number TEXT NOT NULL,
  school TEXT NOT NULL,
  programme TEXT NOT NULL
);
CREATE INDEX enrolment_before_by_number ON enrolment_before (personal_number);
