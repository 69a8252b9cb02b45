-- What lists say of people who need not be youths of the register: the school and IKE part of the
-- file, apart from the register proper and with a purpose of its own, to keep informed of whom the
-- responsibility concerns (skollagen 2010:800, 29 kap. 9 §) and to pay the schools (16 kap. 50–51
-- §§). Known by personal number, not by youth: a person's rows are there before anybody registers
-- them. Each list replaces the one before; those who turn 21 are purged with the others
-- (src/store/tj-purge.c). Of a protected person there are neither names nor address.

-- The population register, of the ages that the responsibility concerns.
CREATE TABLE resident (
  id INTEGER PRIMARY KEY,
  personal_number TEXT NOT NULL,
  given_name TEXT NOT NULL,                -- to reach one whom no other list has
  family_name TEXT NOT NULL,
  care_of TEXT NOT NULL,
  street TEXT NOT NULL,
  extra TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  locality TEXT NOT NULL,
  municipality TEXT NOT NULL,              -- 29:6: whose responsibility it is
  moved_in TEXT,
  moved_out TEXT,
  protection TEXT NOT NULL                 -- handling instruction, as for a youth
);
CREATE INDEX resident_by_number ON resident (personal_number);

-- Who attends what (16:50–51; 29:9, condition 3). Ended ones stay: they hold the degrees.
CREATE TABLE enrolment (
  id INTEGER PRIMARY KEY,
  personal_number TEXT NOT NULL,
  given_name TEXT NOT NULL,                -- 16:50–51: to settle an invoice with a school
  family_name TEXT NOT NULL,
  school TEXT NOT NULL,
  organiser TEXT NOT NULL,
  organiser_kind TEXT NOT NULL,
  in_area TEXT NOT NULL,                   -- whether the school is in the cooperation area
  programme TEXT NOT NULL,
  orientation TEXT NOT NULL,
  year INTEGER,
  starts_on TEXT,
  ends_on TEXT,
  end_reason TEXT,
  reduced TEXT NOT NULL,
  prolonged TEXT NOT NULL,
  agreement TEXT NOT NULL,                 -- on prolonged studies
  protection TEXT NOT NULL
);
CREATE INDEX enrolment_by_number ON enrolment (personal_number);

-- What organisers ask for (16:50–51).
CREATE TABLE invoice_line (
  id INTEGER PRIMARY KEY,
  personal_number TEXT NOT NULL,
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  month TEXT NOT NULL,                     -- its first day
  invoice_number TEXT NOT NULL,
  organiser TEXT NOT NULL,
  school TEXT NOT NULL,
  programme TEXT NOT NULL,
  orientation TEXT NOT NULL,
  amount_ore INTEGER
);
CREATE INDEX invoice_line_by_number ON invoice_line (personal_number);
CREATE INDEX invoice_line_by_month ON invoice_line (month);

-- Degrees and lesser certificates (29:9, conditions 4 to 6).
CREATE TABLE certificate (
  id INTEGER PRIMARY KEY,
  personal_number TEXT NOT NULL,
  kind TEXT NOT NULL,
  school TEXT NOT NULL,
  programme TEXT NOT NULL,
  issued_on TEXT
);
CREATE INDEX certificate_by_number ON certificate (personal_number);

-- The monthly report of adult education (29:9, condition 3; the bus cards).
CREATE TABLE adult_study (
  id INTEGER PRIMARY KEY,
  personal_number TEXT NOT NULL,
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  course TEXT NOT NULL,
  level TEXT NOT NULL,
  starts_on TEXT,
  ends_on TEXT,
  state TEXT NOT NULL,
  protection TEXT NOT NULL
);
CREATE INDEX adult_study_by_number ON adult_study (personal_number);

-- The admission of a year (29:9: whom to look for in the autumn).
CREATE TABLE admission (
  id INTEGER PRIMARY KEY,
  personal_number TEXT NOT NULL,
  year INTEGER NOT NULL,
  state TEXT NOT NULL,
  school TEXT NOT NULL,
  programme TEXT NOT NULL
);
CREATE INDEX admission_by_number ON admission (personal_number);

-- What lists give reason to do with a youth's registration, until the coordinator has answered.
CREATE TABLE proposal (
  id INTEGER PRIMARY KEY,
  youth_id INTEGER NOT NULL REFERENCES youth (id),
  kind TEXT NOT NULL,
  reason TEXT,                             -- § 9 and block 5, once accepted
  date TEXT NOT NULL,
  source TEXT NOT NULL,
  basis TEXT NOT NULL,
  run_id INTEGER,                          -- of import_run; no reference: a log
  proposed_on TEXT NOT NULL,
  state TEXT NOT NULL
);
CREATE INDEX proposal_by_youth ON proposal (youth_id);
CREATE INDEX proposal_by_state ON proposal (state);
