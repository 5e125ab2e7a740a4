-- Version 1. What is done to a package, one row per package, run and content.
CREATE TABLE journal (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    output      TEXT NOT NULL,
    source      TEXT NOT NULL,
    part        INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('INTENDED', 'SIGNED', 'FAILED')),
    bundle      TEXT,
    at          TEXT,
    code        TEXT,
    UNIQUE (output, source, part, fingerprint)
) STRICT;

-- What happened; entry, previous and hash are the chain, the other columns are taken from the entry to search by.
CREATE TABLE audit (
    seq      INTEGER PRIMARY KEY,
    entry    BLOB NOT NULL,
    previous TEXT NOT NULL,
    hash     TEXT NOT NULL,
    at       INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    jenis    TEXT,
    satker   TEXT,
    tahun    INTEGER
) STRICT;

-- Which entries are about a number; numbers in capitals.
CREATE TABLE audit_nomor (
    nomor TEXT NOT NULL,
    seq   INTEGER NOT NULL,
    PRIMARY KEY (nomor, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_goes_on BEFORE INSERT ON audit
    WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit)
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_nomor_stays BEFORE UPDATE ON audit_nomor
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_nomor_is_kept BEFORE DELETE ON audit_nomor
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;

PRAGMA application_id = 1702064237;
PRAGMA user_version = 1;
