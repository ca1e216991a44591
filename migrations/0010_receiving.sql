-- What a receiving side needs: a link for one that has no account, and an agenda. Neither earlier table was ever written to.

DROP TABLE referral_link;
DROP TABLE appointment;

-- The one-case link of a receiver without an account. Of the token and of the code only hashes are kept. A GET changes
-- nothing here but the row of its reading.
CREATE TABLE referral_link (
    id TEXT NOT NULL PRIMARY KEY,
    token_hash BYTES NOT NULL,
    code_mac BYTES NOT NULL,
    referral_id TEXT NOT NULL,
    origin_id TEXT NOT NULL,
    institution_id TEXT NOT NULL,
    wrong_codes BIGINT NOT NULL,
    locked_until BIGINT,
    opened_at BIGINT,
    answered_at BIGINT,
    returned_at BIGINT,
    revoked_at BIGINT,
    expires_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    audit_id TEXT NOT NULL
);
CREATE UNIQUE INDEX referral_link_token ON referral_link (token_hash);
CREATE INDEX referral_link_referral ON referral_link (referral_id, created_at);

-- What was done with a link, for the origin to see: no content, no address of anybody's machine.
CREATE TABLE referral_link_visit (
    id TEXT NOT NULL PRIMARY KEY,
    link_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    act TEXT NOT NULL
);
CREATE INDEX referral_link_visit_link ON referral_link_visit (link_id, at, id);

-- Hours that a service offers to those referred to it. `held` never passes `places`: the conditional UPDATE decides.
CREATE TABLE agenda_slot (
    id TEXT NOT NULL PRIMARY KEY,
    institution_id TEXT NOT NULL,
    service_id TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    minutes BIGINT NOT NULL,
    places BIGINT NOT NULL,
    held BIGINT NOT NULL,
    channel TEXT NOT NULL,
    place TEXT NOT NULL,
    status TEXT NOT NULL,
    version BIGINT NOT NULL,
    audit_id TEXT NOT NULL
);
CREATE INDEX agenda_slot_day ON agenda_slot (institution_id, starts_at, id);

-- An hour given to somebody referred. One at a time is booked; what it became stays.
CREATE TABLE appointment (
    id TEXT NOT NULL PRIMARY KEY,
    institution_id TEXT NOT NULL,
    referral_id TEXT NOT NULL,
    slot_id TEXT,
    starts_at BIGINT NOT NULL,
    minutes BIGINT NOT NULL,
    channel TEXT NOT NULL,
    try_number BIGINT NOT NULL,
    status TEXT NOT NULL,
    version BIGINT NOT NULL,
    audit_id TEXT NOT NULL
);
CREATE INDEX appointment_day ON appointment (institution_id, starts_at, id);
CREATE INDEX appointment_referral ON appointment (referral_id, starts_at);
CREATE UNIQUE INDEX appointment_booked ON appointment (referral_id) WHERE status = 'booked';
