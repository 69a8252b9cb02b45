-- Details of the log that a purge wiped: a row keeps its place, its action and its mac, and loses
-- what it said. `seal` is a MAC over the row and the mac before it, made while the row still
-- verified, by which the chain is followed afterwards. Nothing else of the log can be edited.

CREATE TABLE audit_wiped (
  number INTEGER PRIMARY KEY,
  seal BLOB NOT NULL
);

DROP TRIGGER audit_is_not_edited;
CREATE TRIGGER audit_is_not_edited BEFORE UPDATE ON audit
WHEN NOT (
  NEW.details = '' AND NEW.number = OLD.number AND NEW.at = OLD.at AND NEW.actor = OLD.actor
  AND NEW.action = OLD.action AND NEW.youth_id = OLD.youth_id AND NEW.mac = OLD.mac
  AND EXISTS (SELECT 1 FROM audit_wiped WHERE number = OLD.number)
)
BEGIN
  SELECT RAISE (ABORT, 'the audit log is append-only');
END;

-- What each purge took, by table; names of tables, never of people.
CREATE TABLE purge_count (
  id INTEGER PRIMARY KEY,
  purge_id INTEGER NOT NULL REFERENCES purge (id),
  name TEXT NOT NULL,
  rows INTEGER NOT NULL
);
