-- What a person allowed, what travelled, and the referrals that carried it.

-- A consent as given: to whom, for what, which data classes, until when. Withdrawn, never deleted.
CREATE TABLE directive (
    id TEXT NOT NULL PRIMARY KEY,
    institution_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    recipient TEXT NOT NULL,
    purpose TEXT NOT NULL,
    classes TEXT NOT NULL,
    giver TEXT NOT NULL,
    method TEXT NOT NULL,
    child_assent TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    text_version TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    version BIGINT NOT NULL,
    audit_id TEXT NOT NULL
);
CREATE INDEX directive_person ON directive (institution_id, person_id, given_at);

-- One time that data left: on which basis, which fields, frozen under which hash, until when.
CREATE TABLE disclosure (
    id TEXT NOT NULL PRIMARY KEY,
    institution_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    recipient_id TEXT,
    subject_id TEXT NOT NULL,
    basis TEXT NOT NULL,
    article TEXT NOT NULL,
    directive_id TEXT,
    justification BYTES,
    classes TEXT NOT NULL,
    fields TEXT NOT NULL,
    package_version BIGINT NOT NULL,
    package_hash BYTES NOT NULL,
    disclosed_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT,
    audit_id TEXT NOT NULL
);
CREATE INDEX disclosure_person ON disclosure (institution_id, person_id, disclosed_at);
CREATE UNIQUE INDEX disclosure_subject ON disclosure (subject_id, package_version);

CREATE TABLE referral (
    id TEXT NOT NULL PRIMARY KEY,
    origin_id TEXT NOT NULL,
    destination_id TEXT,
    thread_id TEXT NOT NULL,
    origin_person_id TEXT NOT NULL,
    destination_person_id TEXT,
    contact_id TEXT,
    service_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    urgency TEXT NOT NULL,
    status TEXT NOT NULL,
    topic TEXT NOT NULL,
    age_band TEXT NOT NULL,
    follows_id TEXT,
    content BYTES NOT NULL,
    package_version BIGINT NOT NULL,
    no_shows BIGINT NOT NULL,
    reschedules BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    sent_at BIGINT,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    audit_id TEXT NOT NULL
);
CREATE INDEX referral_origin ON referral (origin_id, status, updated_at, id);
CREATE INDEX referral_destination ON referral (destination_id, status, updated_at, id);
CREATE INDEX referral_origin_all ON referral (origin_id, updated_at, id);
CREATE INDEX referral_destination_all ON referral (destination_id, updated_at, id);
CREATE INDEX referral_person ON referral (origin_person_id, created_at);
CREATE INDEX referral_receiver ON referral (destination_person_id, created_at);
CREATE INDEX referral_service ON referral (service_id, status);

-- The package a receiver reads, frozen: every version stays. Sealed under a key wrapped for both institutions.
CREATE TABLE referral_package (
    referral_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    content BYTES NOT NULL,
    hash BYTES NOT NULL,
    frozen_at BIGINT NOT NULL,
    PRIMARY KEY (referral_id, version)
);

-- Each move made, with what it said: the life of a referral as it was lived.
CREATE TABLE referral_move (
    referral_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    action TEXT NOT NULL,
    from_status TEXT NOT NULL,
    to_status TEXT NOT NULL,
    institution_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    code TEXT,
    details BYTES,
    PRIMARY KEY (referral_id, version)
);

-- Places at a service. `held` never passes `quota`: the conditional UPDATE decides, never an earlier read.
CREATE TABLE service_places (
    service_id TEXT NOT NULL PRIMARY KEY,
    quota BIGINT NOT NULL,
    held BIGINT NOT NULL
);
CREATE TABLE service_hold (
    referral_id TEXT NOT NULL PRIMARY KEY,
    service_id TEXT NOT NULL,
    firm SMALLINT NOT NULL
);

-- Appointments of the receiving side.
CREATE TABLE appointment (
    id TEXT NOT NULL PRIMARY KEY,
    institution_id TEXT NOT NULL,
    referral_id TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    channel TEXT NOT NULL,
    place BYTES,
    status TEXT NOT NULL,
    version BIGINT NOT NULL,
    audit_id TEXT NOT NULL
);
CREATE INDEX appointment_day ON appointment (institution_id, starts_at, id);
CREATE INDEX appointment_referral ON appointment (referral_id, starts_at);

-- The one-case link of a receiver without an account. The token and the code are stored as keyed hashes only.
CREATE TABLE referral_link (
    token_key BYTES NOT NULL PRIMARY KEY,
    referral_id TEXT NOT NULL,
    institution_id TEXT NOT NULL,
    code_key BYTES NOT NULL,
    code_tries BIGINT NOT NULL,
    opened_at BIGINT,
    answered_at BIGINT,
    expires_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX referral_link_referral ON referral_link (referral_id);

-- Upheld declines, expiries and "no places": what the network lacks, without any person (the gap register reads it).
CREATE TABLE gap (
    id TEXT NOT NULL PRIMARY KEY,
    origin_id TEXT NOT NULL,
    service_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    topic TEXT NOT NULL,
    comuna TEXT,
    age_band TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX gap_age ON gap (at);

-- A referral with its thread's code, in the order its readers expect.
CREATE VIEW referral_row AS
SELECT r.id, r.origin_id, r.destination_id, r.thread_id, t.code AS thread_code, r.origin_person_id, r.destination_person_id,
       r.contact_id, r.service_id, r.kind, r.urgency, r.status, r.topic, r.age_band, r.follows_id, r.content, r.package_version, r.no_shows,
       r.reschedules, r.created_by, r.created_at, r.sent_at, r.updated_at, r.version
  FROM referral r
  JOIN thread t ON t.id = r.thread_id;
