-- What was sent to SCB, and what is ready to be: each half-year's file as it left, to see what the
-- next one changes in it and to answer for it afterwards. Ground: förordning (2006:39) § 9 and
-- tryckfrihetsförordningen 2 kap. (copies of what was sent).

CREATE TABLE delivery (
  id INTEGER PRIMARY KEY,
  half TEXT NOT NULL,                      -- 2026H2
  layout TEXT NOT NULL,
  format TEXT NOT NULL,                    -- xlsx or csv
  made_at TEXT NOT NULL,                   -- when the file was written
  delivered_on TEXT,                       -- NULL: written, but nobody has said that it was sent
  rows INTEGER NOT NULL,                   -- as sent, also after a purge
  columns TEXT NOT NULL,                   -- their names, with U+001F between
  sha256 TEXT NOT NULL,                    -- of the file as sent, also after a purge
  emptied_on TEXT                          -- when a purge took the file away
);
CREATE INDEX delivery_by_half ON delivery (half);

-- The file itself, apart, so that undo need not copy it. It cannot be kept without somebody in it:
-- a purge of any of them takes it away.
CREATE TABLE delivery_file (
  id INTEGER PRIMARY KEY,
  delivery_id INTEGER NOT NULL REFERENCES delivery (id),
  content BLOB NOT NULL
);
CREATE INDEX delivery_file_by_delivery ON delivery_file (delivery_id);

-- Its rows, by number as they were sent: purged and handed out with the person.
CREATE TABLE delivery_row (
  id INTEGER PRIMARY KEY,
  delivery_id INTEGER NOT NULL REFERENCES delivery (id),
  personal_number TEXT NOT NULL,
  registered_on TEXT,
  is_open INTEGER NOT NULL,                -- registered at the end of the half-year
  cells TEXT NOT NULL                      -- in the order of the columns, with U+001F between
);
CREATE INDEX delivery_row_by_number ON delivery_row (personal_number);
CREATE INDEX delivery_row_by_delivery ON delivery_row (delivery_id);
