-- Institutions, the people who work in them, what they may do, and the record of what they did.
-- Types: TEXT (ids as UUIDv7, words, JSON), BIGINT (UTC microseconds), SMALLINT (flags), BYTES (sealed or hashed).

CREATE TABLE institution (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    legal_nature TEXT NOT NULL,
    sector TEXT NOT NULL,
    region TEXT,
    comuna TEXT,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    audit_id TEXT NOT NULL
);

-- Keys, always wrapped: the master key is never in the database (mechanisms.md §6).
CREATE TABLE institution_key (
    institution_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    wrapped BYTES NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (institution_id, epoch)
);

-- Blind-index and audit keys derive from this secret; its version is its own, apart from key epochs.
CREATE TABLE institution_secret (
    institution_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    wrapped BYTES NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (institution_id, version)
);

-- One key per person, record about several people, or package; a package's is wrapped for both institutions.
-- Deleting the row erases what it sealed.
CREATE TABLE subject_key (
    subject_id TEXT NOT NULL,
    institution_id TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    wrapped BYTES NOT NULL,
    PRIMARY KEY (subject_id, institution_id)
);
CREATE INDEX subject_key_institution ON subject_key (institution_id, epoch);

CREATE TABLE user_account (
    id TEXT NOT NULL PRIMARY KEY,
    email_key BYTES NOT NULL,
    profile BYTES NOT NULL,
    password_hash TEXT,
    totp BYTES,
    totp_step BIGINT NOT NULL,
    language TEXT NOT NULL,
    status TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    audit_id TEXT NOT NULL
);
CREATE UNIQUE INDEX user_account_email ON user_account (email_key);

CREATE TABLE user_role (
    user_id TEXT NOT NULL,
    institution_id TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (user_id, institution_id, role)
);
CREATE INDEX user_role_institution ON user_role (institution_id, user_id);

CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    token_hash BYTES NOT NULL,
    user_id TEXT NOT NULL,
    institution_id TEXT NOT NULL,
    device TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX session_token ON session (token_hash);
CREATE INDEX session_of_user ON session (user_id, created_at);
CREATE INDEX session_expiry ON session (expires_at);

-- One-use links: an invitation or a new password.
CREATE TABLE password_token (
    token_hash BYTES NOT NULL PRIMARY KEY,
    user_id TEXT NOT NULL,
    purpose TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX password_token_user ON password_token (user_id);

-- Failures counted by account and by address, both as keyed hashes.
CREATE TABLE throttle (
    key BYTES NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL,
    since BIGINT NOT NULL
);
CREATE INDEX throttle_age ON throttle (since);

-- What happened, appended in the transaction of what it tells. `mac` is keyed outside the database.
CREATE TABLE audit_entry (
    id TEXT NOT NULL PRIMARY KEY,
    institution_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    user_id TEXT NOT NULL,
    acting_for TEXT NOT NULL,
    action TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    person_id TEXT,
    fields TEXT NOT NULL,
    mac BYTES NOT NULL
);
CREATE INDEX audit_entry_person ON audit_entry (institution_id, person_id, at, id);
CREATE INDEX audit_entry_age ON audit_entry (institution_id, at, id);

-- Entries the sealer has not taken yet. A late commit simply appears here (docs/adr/0003).
CREATE TABLE audit_pending (
    entry_id TEXT NOT NULL PRIMARY KEY,
    institution_id TEXT NOT NULL
);

CREATE TABLE audit_chain (
    institution_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    entry_id TEXT NOT NULL,
    hash BYTES NOT NULL,
    PRIMARY KEY (institution_id, seq)
);
CREATE UNIQUE INDEX audit_chain_entry ON audit_chain (entry_id);

CREATE TABLE audit_checkpoint (
    institution_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    hash BYTES NOT NULL,
    at BIGINT NOT NULL,
    signature BYTES NOT NULL,
    PRIMARY KEY (institution_id, seq)
);

-- A write that arrives twice under one key is carried out once (mechanisms.md §5).
CREATE TABLE idempotency (
    user_id TEXT NOT NULL,
    key TEXT NOT NULL,
    route TEXT NOT NULL,
    request_mac BYTES NOT NULL,
    ref TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, key)
);
CREATE INDEX idempotency_expiry ON idempotency (expires_at);

-- Work only one node may do at a time (sealer, cleaning, escalation).
CREATE TABLE lease (
    name TEXT NOT NULL PRIMARY KEY,
    holder TEXT NOT NULL,
    until BIGINT NOT NULL
);

-- Facts about this installation, such as whether it holds fictitious people only.
CREATE TABLE installation (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
