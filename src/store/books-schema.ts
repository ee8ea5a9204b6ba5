/** Version 1, as released. */
export const createSessions = `
  CREATE TABLE sessions (
     id TEXT PRIMARY KEY,
     created_at_ms INTEGER NOT NULL,
     publish_key_hash TEXT,
     engineer_key_hash TEXT,
     bound_address TEXT,
     state TEXT NOT NULL,
     setup TEXT
   ) STRICT;
   CREATE TABLE laps (
     session_id TEXT NOT NULL REFERENCES sessions(id),
     chapter_started_at_ms REAL NOT NULL,
     number INTEGER NOT NULL,
     lap TEXT NOT NULL,
     PRIMARY KEY (session_id, chapter_started_at_ms, number)
   ) STRICT, WITHOUT ROWID;`

/**
 * Version 2. `state` is what changes every second; whatever grows in a race has rows of its own, so that a save costs
 * the same in hour 23. Chapter 0 of the ledger: of the session, not of one chapter.
 */
export const createBooks = `
  CREATE TABLE cars (
    car TEXT PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    created_at_ms INTEGER NOT NULL,
    engineer_key_hash TEXT,
    bound_address TEXT,
    state TEXT NOT NULL,
    notes TEXT
  ) STRICT;
  CREATE TABLE retired_ids (
    id TEXT PRIMARY KEY,
    car TEXT NOT NULL REFERENCES cars(car)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE ledger (
    car TEXT NOT NULL REFERENCES cars(car),
    kind TEXT NOT NULL,
    chapter INTEGER NOT NULL,
    number INTEGER NOT NULL,
    entry TEXT NOT NULL,
    PRIMARY KEY (car, kind, chapter, number)
  ) STRICT;
  CREATE TABLE setups (
    car TEXT NOT NULL REFERENCES cars(car),
    chapter INTEGER NOT NULL,
    stint INTEGER NOT NULL,
    setup TEXT NOT NULL,
    PRIMARY KEY (car, chapter, stint)
  ) STRICT;
  CREATE TABLE publish_keys (
    car TEXT NOT NULL REFERENCES cars(car),
    number INTEGER NOT NULL,
    hash TEXT NOT NULL,
    label TEXT,
    issued_at_ms REAL NOT NULL,
    revoked_at_ms REAL,
    seen_in_browser_at_ms REAL,
    PRIMARY KEY (car, number)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE audit (
    entry INTEGER PRIMARY KEY,
    car TEXT NOT NULL REFERENCES cars(car),
    at_ms REAL NOT NULL,
    act TEXT NOT NULL,
    by TEXT NOT NULL,
    about TEXT
  ) STRICT;
  CREATE INDEX audit_of_car ON audit (car, entry);
  CREATE TABLE teams (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    key_hash TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE team_cars (
    team TEXT NOT NULL REFERENCES teams(id),
    place INTEGER NOT NULL,
    car TEXT NOT NULL REFERENCES cars(car),
    PRIMARY KEY (team, place)
  ) STRICT, WITHOUT ROWID;`
