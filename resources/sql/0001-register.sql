-- The register proper. Förordning (2006:39) § 4 is a closed list of what it may hold:
--   (1) name, personal or coordination number, home address, e-mail, phone;
--   (2) past, present and future occupation;
--   (3) for a measure: content, start, end, reason for ending.
-- Each column names its point; a column outside the list states its own ground.
-- Calendar dates are ISO text; codes are the words of src/core/tj-codes.h. '' is "not known" for
-- text, NULL "none" for dates and references.

CREATE TABLE youth (
  id INTEGER PRIMARY KEY AUTOINCREMENT,    -- never given out twice: the log refers to it
  personal_number TEXT NOT NULL UNIQUE CHECK (length (personal_number) = 12), -- § 4 (1)
  number_kind TEXT NOT NULL,               -- § 4 (1): which of the kinds the number is
  birth TEXT,                              -- § 4 (1): part of the number
  given_name TEXT NOT NULL,                -- § 4 (1)
  family_name TEXT NOT NULL,               -- § 4 (1)
  sort_key TEXT NOT NULL,                  -- § 4 (1): the names again, folded for order
  care_of TEXT NOT NULL,                   -- § 4 (1) home address, as far as locality
  street TEXT NOT NULL,
  extra TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  locality TEXT NOT NULL,
  phone TEXT NOT NULL,                     -- § 4 (1)
  email TEXT NOT NULL,                     -- § 4 (1)
  protection TEXT NOT NULL                 -- handling instruction that OSL (2009:400) 5:5, 21:3
                                           -- and 22:1 require; not a datum about the person
);

-- Earlier numbers: a coordination number is replaced at folkbokföring (lag 2022:1697), and papers
-- under the old one must still be found. § 4 (1).
CREATE TABLE youth_number (
  id INTEGER PRIMARY KEY,
  youth_id INTEGER NOT NULL REFERENCES youth (id),
  personal_number TEXT NOT NULL,
  number_kind TEXT NOT NULL
);
CREATE INDEX youth_number_by_number ON youth_number (personal_number);
CREATE INDEX youth_number_by_youth ON youth_number (youth_id);

CREATE TABLE registration (
  id INTEGER PRIMARY KEY,
  youth_id INTEGER NOT NULL REFERENCES youth (id),
  registered_on TEXT NOT NULL,             -- § 9 and block 1: reported to Skolverket
  background TEXT NOT NULL,                -- § 4 (2) past occupation
  latest_education TEXT NOT NULL,          -- § 4 (2) past occupation
  deregistered_on TEXT,                    -- § 9 and block 5
  reason TEXT,                             -- § 9 and block 5
  UNIQUE (youth_id, registered_on)
);

CREATE TABLE knowledge (
  id INTEGER PRIMARY KEY,
  youth_id INTEGER NOT NULL REFERENCES youth (id),
  date TEXT NOT NULL,                      -- § 4 (2): when the occupation was known
  source TEXT NOT NULL,                    -- § 4 (2), and § 9 (kallkann, datumkann)
  occupation TEXT NOT NULL,                -- § 4 (2)
  valid_until TEXT                         -- § 3: no longer than it is needed
);
CREATE INDEX knowledge_by_youth ON knowledge (youth_id, date);
