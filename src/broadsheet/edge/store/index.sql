-- Which page shows what, and what was forgotten when.
CREATE TABLE IF NOT EXISTS page (
  id INTEGER PRIMARY KEY,
  host TEXT NOT NULL,
  path TEXT NOT NULL,
  page INTEGER NOT NULL,
  stands INTEGER NOT NULL DEFAULT 0,
  until REAL,
  UNIQUE (host, path, page)
);
CREATE INDEX IF NOT EXISTS page_until ON page (until) WHERE stands AND until IS NOT NULL;

CREATE TABLE IF NOT EXISTS shows (
  tag TEXT NOT NULL,
  page INTEGER NOT NULL REFERENCES page ON DELETE CASCADE,
  PRIMARY KEY (tag, page)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS shows_of_page ON shows (page);

-- A page that was begun before one of its tags stands here is old before it is finished.
CREATE TABLE IF NOT EXISTS forgotten (number INTEGER PRIMARY KEY AUTOINCREMENT, tag TEXT NOT NULL, at REAL NOT NULL);
CREATE INDEX IF NOT EXISTS forgotten_at ON forgotten (at);

CREATE TABLE IF NOT EXISTS followed (change INTEGER PRIMARY KEY, at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value TEXT NOT NULL);
