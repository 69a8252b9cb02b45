-- The half-year's reports to the board, as they were written and approved. Nothing personal: the
-- tables are what was published, after disclosure control.

CREATE TABLE board_report (
  id INTEGER PRIMARY KEY,
  half TEXT NOT NULL,                      -- 2026H2
  version INTEGER NOT NULL,                -- from 1; a later one replaces those before it
  organisation TEXT NOT NULL,              -- the coordinator's texts
  analysis TEXT NOT NULL,
  decision TEXT NOT NULL,
  threshold INTEGER NOT NULL,              -- numbers below it are hidden
  approved_on TEXT,                        -- NULL: a draft. Approved, nothing of the row changes
  tables TEXT NOT NULL,                    -- JSON; empty of a draft, as it is counted anew
  digest TEXT NOT NULL,                    -- SHA-256 of the PDF, in hexadecimals
  pdf BLOB,                                -- last, so that lists need not read past them
  workbook BLOB,
  UNIQUE (half, version)
);
