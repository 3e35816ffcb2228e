-- Everything follows from the store, so the file may be thrown away at any time.
PRAGMA journal_mode = WAL;

CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  digest TEXT NOT NULL,
  headline TEXT NOT NULL,
  day TEXT NOT NULL
);
CREATE INDEX newest ON article (day DESC, name);

-- When each article was sent to the store, as far as its catalog knows.
CREATE TABLE sent (name TEXT PRIMARY KEY, moment TEXT NOT NULL) WITHOUT ROWID;

-- What a graph names: people, organizations, places, works. Its label is the name that most articles use; articles
-- tells how many name it.
CREATE TABLE thing (
  id INTEGER PRIMARY KEY,
  iri TEXT NOT NULL UNIQUE,
  class TEXT NOT NULL DEFAULT '',
  label TEXT NOT NULL DEFAULT '',
  point TEXT NOT NULL DEFAULT '',
  articles INTEGER NOT NULL DEFAULT 0
);

-- One thing that one article says; ld.serve.index.entries tells what the columns mean.
CREATE TABLE fact (
  id INTEGER PRIMARY KEY,
  article INTEGER NOT NULL,
  kind TEXT NOT NULL,
  thing INTEGER,
  other INTEGER,
  day TEXT NOT NULL,
  until TEXT NOT NULL,
  text TEXT NOT NULL,
  detail TEXT NOT NULL,
  mode TEXT NOT NULL,
  node TEXT NOT NULL
);
CREATE INDEX fact_of_thing ON fact (thing, kind, day DESC, id);
CREATE INDEX fact_of_article ON fact (article, kind, thing);

-- Classes and properties in use, for completion.
CREATE TABLE term (iri TEXT PRIMARY KEY) WITHOUT ROWID;

-- Articles that the store has, and this file not yet; those that were tried in vain come last.
CREATE TABLE waiting (name TEXT PRIMARY KEY, digest TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;

-- The version of the store (Store.version) that the catalog was last read of; no row before that.
CREATE TABLE compared (version TEXT NOT NULL);

-- Rows have the ids of articles, of things and of facts.
CREATE VIRTUAL TABLE headlines USING fts5 (text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
CREATE VIRTUAL TABLE names USING fts5 (text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
CREATE VIRTUAL TABLE utterances USING fts5 (text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
