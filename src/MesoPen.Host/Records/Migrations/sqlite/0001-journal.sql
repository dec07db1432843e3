-- The journal of a data folder. Append-only is kept by the file itself, not by good manners of a program: UPDATE and DELETE are refused, and so
-- is an INSERT anywhere but at the end, which also refuses INSERT OR REPLACE (it deletes without firing delete triggers).
CREATE TABLE journal (
  sequence INTEGER PRIMARY KEY,
  session TEXT NOT NULL CHECK (length(session) > 0),
  at_unix_ms INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (length(kind) > 0),
  body TEXT NOT NULL CHECK (json_valid(body)),
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX journal_session ON journal (session, sequence);
CREATE TRIGGER journal_append BEFORE INSERT ON journal
  WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM journal)
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
  BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
