-- What somebody must do, by when, for whom (product.md, idea 2). Open: neither fulfilled nor cancelled.
-- Whether one is loose is never stored; `loose_at` is the moment from which nobody holds it unless something happens:
-- when it falls due, or since it has had no owner; the end of time while its clock stands.

CREATE TABLE commitment (
    id TEXT NOT NULL PRIMARY KEY,
    institution_id TEXT NOT NULL,
    owner_id TEXT,
    requested_by TEXT,
    thread_id TEXT,
    person_id TEXT,
    subject_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    danger TEXT NOT NULL,
    demands_owner SMALLINT NOT NULL,
    by_hand SMALLINT NOT NULL,
    negotiable SMALLINT NOT NULL,
    opened_at BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    allowance TEXT,
    calendar TEXT NOT NULL,
    holidays TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    loose_at BIGINT NOT NULL,
    paused_at BIGINT,
    pauses TEXT NOT NULL,
    fulfilled_at BIGINT,
    cancelled_at BIGINT,
    evidence_id TEXT,
    ladder TEXT NOT NULL,
    step BIGINT NOT NULL,
    escalates_at BIGINT NOT NULL,
    renegotiations BIGINT NOT NULL,
    version BIGINT NOT NULL,
    audit_id TEXT NOT NULL
);
-- One thing is promised once at a time.
CREATE UNIQUE INDEX commitment_open ON commitment (subject_id, kind) WHERE fulfilled_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX commitment_danger ON commitment (institution_id, danger, loose_at, id)
    WHERE fulfilled_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX commitment_loose ON commitment (institution_id, loose_at, id) WHERE fulfilled_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX commitment_owner ON commitment (owner_id) WHERE fulfilled_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX commitment_person ON commitment (person_id) WHERE fulfilled_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX commitment_requested ON commitment (requested_by, due_at, id) WHERE fulfilled_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX commitment_kind ON commitment (kind, due_at, id) WHERE fulfilled_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX commitment_escalation ON commitment (escalates_at, id) WHERE fulfilled_at IS NULL AND cancelled_at IS NULL;

-- A new date agreed on: the old one is kept.
CREATE TABLE commitment_renegotiation (
    commitment_id TEXT NOT NULL,
    nth BIGINT NOT NULL,
    at BIGINT NOT NULL,
    user_id TEXT NOT NULL,
    old_due_at BIGINT NOT NULL,
    new_due_at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (commitment_id, nth)
);

-- A step of a ladder that was taken: whoever turns them into notices marks each as told, in the same transaction.
CREATE TABLE escalation (
    id TEXT NOT NULL PRIMARY KEY,
    commitment_id TEXT NOT NULL,
    institution_id TEXT NOT NULL,
    step BIGINT NOT NULL,
    audience TEXT NOT NULL,
    user_id TEXT,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    told_at BIGINT,
    audit_id TEXT NOT NULL
);
CREATE INDEX escalation_untold ON escalation (at, step, id) WHERE told_at IS NULL;
CREATE INDEX escalation_commitment ON escalation (commitment_id, at);
