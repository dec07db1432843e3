-- The journal of a site with many stations: the columns of the journal of a data folder, and two more for rows that a station wrote to its own
-- journal first and delivered here later. Append-only is kept by the database itself: see the triggers.
CREATE TABLE journal (
  sequence BIGINT PRIMARY KEY,
  stream TEXT COLLATE "C" NOT NULL CHECK (stream <> ''),
  at_unix_ms BIGINT NOT NULL,
  kind TEXT COLLATE "C" NOT NULL CHECK (kind <> ''),
  body TEXT COLLATE "C" NOT NULL CHECK (body::json IS NOT NULL),
  previous_hash TEXT COLLATE "C" NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT COLLATE "C" NOT NULL CHECK (length(hash) = 64),
  station TEXT COLLATE "C" CHECK (station <> ''),
  station_sequence BIGINT CHECK (station_sequence > 0),
  CHECK ((station IS NULL) = (station_sequence IS NULL)),
  UNIQUE (station, station_sequence)
);
CREATE INDEX journal_stream ON journal (stream, sequence);
CREATE INDEX journal_clinic ON journal (sequence) WHERE strpos(stream, '/') > 0;

CREATE TABLE migration (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL
);

CREATE FUNCTION journal_append() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head RECORD;
BEGIN
  SELECT sequence, hash INTO head FROM journal ORDER BY sequence DESC LIMIT 1;
  IF NEW.sequence IS DISTINCT FROM coalesce(head.sequence, 0) + 1 OR NEW.previous_hash IS DISTINCT FROM coalesce(head.hash, repeat('0', 64)) THEN
    RAISE EXCEPTION 'the journal is append-only';
  END IF;
  RETURN NEW;
END;
$$;
CREATE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal is append-only';
END;
$$;
CREATE TRIGGER journal_append BEFORE INSERT ON journal FOR EACH ROW EXECUTE FUNCTION journal_append();
CREATE TRIGGER journal_refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION journal_refuse();
-- Also for sessions that replay what another server did.
ALTER TABLE journal ENABLE ALWAYS TRIGGER journal_append;
ALTER TABLE journal ENABLE ALWAYS TRIGGER journal_refuse;
