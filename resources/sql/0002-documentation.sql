-- Documentation of what was done (förordning 2006:39 § 8; skollagen 2010:800, 29 kap. 9 §), kept
-- apart from the register proper and purged by its own rule.

CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  youth_id INTEGER NOT NULL REFERENCES youth (id),
  date TEXT NOT NULL,                      -- § 9 and block 2
  channel TEXT NOT NULL,                   -- § 9 (komsak) and § 8
  direction TEXT NOT NULL,                 -- § 8
  outcome TEXT NOT NULL,                   -- § 8
  occupation TEXT NOT NULL,                -- § 4 (2), block 2: occupation at contact
  note TEXT NOT NULL,                      -- § 8; never what § 5 forbids: said beside the field
  letter_id INTEGER REFERENCES letter (id),
  letter_kind TEXT NOT NULL                -- § 8: which letter, also where no copy is kept
);
CREATE INDEX contact_by_youth ON contact (youth_id, date);
CREATE INDEX contact_by_letter ON contact (letter_id) WHERE letter_id IS NOT NULL;

CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY,
  youth_id INTEGER NOT NULL REFERENCES youth (id),
  due TEXT NOT NULL,                       -- § 8: times of follow-up and evaluation
  reason TEXT NOT NULL,                    -- § 8
  done_on TEXT                             -- § 8
);
CREATE INDEX follow_up_by_youth ON follow_up (youth_id, due);
