CREATE TABLE IF NOT EXISTS sessions (
  token_hash TEXT PRIMARY KEY,
  username   TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS submissions (
  id                TEXT PRIMARY KEY,
  username          TEXT NOT NULL,
  jenis             TEXT NOT NULL,
  satker            TEXT NOT NULL,
  kppn              TEXT NOT NULL,
  tahun             INTEGER NOT NULL,
  nomor             TEXT NOT NULL,
  file_name         TEXT NOT NULL,
  size              INTEGER NOT NULL,
  sha256            TEXT NOT NULL,
  serial            TEXT NOT NULL,
  status            TEXT NOT NULL,
  changed_at        INTEGER NOT NULL,
  sent_at           INTEGER,
  receipt           BLOB,
  receipt_signature BLOB,
  UNIQUE (username, sha256)
) STRICT;

CREATE TABLE IF NOT EXISTS uploads (
  id         TEXT PRIMARY KEY REFERENCES submissions (id),
  received   INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS codes (
  id         TEXT PRIMARY KEY REFERENCES submissions (id),
  salt       TEXT NOT NULL,
  hash       TEXT NOT NULL,
  mailed_at  INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  tries_left INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS history (
  seq    INTEGER PRIMARY KEY AUTOINCREMENT,
  id     TEXT NOT NULL REFERENCES submissions (id),
  status TEXT NOT NULL,
  time   INTEGER NOT NULL,
  note   TEXT NOT NULL
) STRICT;

CREATE INDEX IF NOT EXISTS history_of ON history (id, seq);

CREATE TABLE IF NOT EXISTS accepted_spm (
  jenis  TEXT NOT NULL,
  satker TEXT NOT NULL,
  tahun  INTEGER NOT NULL,
  nomor  TEXT NOT NULL,
  id     TEXT NOT NULL REFERENCES submissions (id),
  PRIMARY KEY (jenis, satker, tahun, nomor)
) STRICT;

CREATE TABLE IF NOT EXISTS accepted_day (
  id   TEXT PRIMARY KEY REFERENCES submissions (id),
  kppn TEXT NOT NULL,
  day  TEXT NOT NULL,
  spm  INTEGER NOT NULL
) STRICT;

CREATE INDEX IF NOT EXISTS accepted_on ON accepted_day (kppn, day)
