-- Which page shows what, and what was forgotten when.
CREATE TABLE IF NOT EXISTS page (
  id INTEGER PRIMARY KEY,
  host TEXT NOT NULL,
  path TEXT NOT NULL,
  page INTEGER NOT NULL,
  stands INTEGER NOT NULL DEFAULT 0,
  until REAL,
  made_at REAL NOT NULL DEFAULT 0,
  since INTEGER NOT NULL DEFAULT 0, -- the number of what was last forgotten when it was begun
  UNIQUE (host, path, page)
);
CREATE INDEX IF NOT EXISTS page_since ON page (since) WHERE stands;
CREATE INDEX IF NOT EXISTS page_until ON page (until) WHERE stands AND until IS NOT NULL;

CREATE TABLE IF NOT EXISTS shows (
  tag TEXT NOT NULL,
  page INTEGER NOT NULL REFERENCES page ON DELETE CASCADE,
  PRIMARY KEY (tag, page)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS shows_of_page ON shows (page);

-- What a page may show a minute old. Its change is one row in `latest`, not a mark on every page.
CREATE TABLE IF NOT EXISTS shows_loosely (
  tag TEXT NOT NULL,
  page INTEGER NOT NULL REFERENCES page ON DELETE CASCADE,
  PRIMARY KEY (tag, page)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS shows_loosely_of_page ON shows_loosely (page);
CREATE TABLE IF NOT EXISTS latest (tag TEXT PRIMARY KEY, number INTEGER NOT NULL, at REAL NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS latest_at ON latest (at);

-- A page that was begun before one of its tags stands here is old before it is finished.
CREATE TABLE IF NOT EXISTS forgotten (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  tag TEXT NOT NULL,
  at REAL NOT NULL,
  gone INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS forgotten_at ON forgotten (at);

CREATE TABLE IF NOT EXISTS followed (change INTEGER PRIMARY KEY, at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value TEXT NOT NULL);
