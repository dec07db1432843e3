-- A row belongs to a stream: a treatment session's, or something of the clinic, whose stream holds a slash. No row changes and no hash does:
-- a hash is over what a column holds, not over its name.
ALTER TABLE journal RENAME COLUMN session TO stream;
DROP INDEX journal_session;
CREATE INDEX journal_stream ON journal (stream, sequence);
CREATE INDEX journal_clinic ON journal (sequence) WHERE instr(stream, '/') > 0;
CREATE TABLE migration (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;
