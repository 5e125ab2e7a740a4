-- Version 1. What is to be sent and what was, one row per bundle and address of eSPM. Never a password, code or session.
CREATE TABLE outbox (
    sha256     TEXT NOT NULL,
    address    TEXT NOT NULL,
    user       TEXT NOT NULL,
    bundle     TEXT NOT NULL,
    size       INTEGER NOT NULL,
    jenis      TEXT NOT NULL,
    satker     TEXT NOT NULL,
    kppn       TEXT NOT NULL,
    tahun      INTEGER NOT NULL,
    nomor      TEXT NOT NULL,
    serial     TEXT NOT NULL,
    state      TEXT NOT NULL
        CHECK (state IN ('QUEUED', 'SENDING', 'SENT', 'RECEIVED', 'PROCESSING', 'DONE', 'REJECTED')),
    since      TEXT NOT NULL,
    id         TEXT,
    confirmed  INTEGER NOT NULL DEFAULT 0,
    halt       TEXT,
    code       TEXT,
    receipt    TEXT,
    sent_at    TEXT,
    alasan     TEXT,
    PRIMARY KEY (sha256, address),
    CHECK (state = 'QUEUED' OR id IS NOT NULL),
    CHECK ((state IN ('QUEUED', 'SENDING')) = (receipt IS NULL))
) STRICT;

PRAGMA application_id = 1702064239;
PRAGMA user_version = 1;
