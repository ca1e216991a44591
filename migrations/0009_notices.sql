-- How the staff is reached: e-mail on its way, notices, invitations.

-- E-mail: the intent is stored before the call (mechanisms.md §5). A row is `wired` while a server may be taking it; one whose
-- lease ran out is `unknown` and is never sent again by itself. What it says is sealed under the accounts' key and removed once
-- its fate is known: links in it are secrets.
CREATE TABLE outbox (
    id TEXT NOT NULL PRIMARY KEY,
    institution_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    content BYTES,
    state TEXT NOT NULL,
    not_before BIGINT NOT NULL,
    useful_until BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    reply_code BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    finished_at BIGINT,
    audit_id TEXT NOT NULL
);
CREATE INDEX outbox_pending ON outbox (not_before, id) WHERE state = 'pending';
CREATE INDEX outbox_wired ON outbox (lease_until) WHERE state = 'wired';
CREATE INDEX outbox_subject ON outbox (subject_id, kind, created_at);
CREATE INDEX outbox_finished ON outbox (finished_at) WHERE finished_at IS NOT NULL;

-- What a member of the staff is told: code and act, never a name, a topic or a line (interface.md §6). One that says again
-- what an earlier one said ends it.
CREATE TABLE notice (
    id TEXT NOT NULL PRIMARY KEY,
    institution_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    thread_id TEXT,
    subject_id TEXT NOT NULL,
    commitment_id TEXT,
    due_at BIGINT,
    at BIGINT NOT NULL,
    must_acknowledge SMALLINT NOT NULL,
    acknowledged_at BIGINT,
    ended_at BIGINT,
    mailed_at BIGINT,
    audit_id TEXT NOT NULL
);
CREATE INDEX notice_open ON notice (user_id, institution_id, at, id) WHERE ended_at IS NULL;
CREATE INDEX notice_subject ON notice (subject_id, user_id) WHERE ended_at IS NULL;
CREATE INDEX notice_unmailed ON notice (at, id) WHERE mailed_at IS NULL;
CREATE INDEX notice_age ON notice (at, id);

-- Who said that notices shall not, or shall again, come by e-mail too.
CREATE TABLE notice_preference (
    user_id TEXT NOT NULL PRIMARY KEY,
    by_email SMALLINT NOT NULL,
    audit_id TEXT NOT NULL
);

-- Roles offered to somebody, theirs once they accept. Open: neither accepted nor revoked.
CREATE TABLE invitation (
    id TEXT NOT NULL PRIMARY KEY,
    institution_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    roles TEXT NOT NULL,
    token_hash BYTES NOT NULL,
    expires_at BIGINT NOT NULL,
    invited_by TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    accepted_at BIGINT,
    revoked_at BIGINT,
    version BIGINT NOT NULL,
    audit_id TEXT NOT NULL
);
CREATE UNIQUE INDEX invitation_token ON invitation (token_hash);
CREATE UNIQUE INDEX invitation_open ON invitation (institution_id, user_id) WHERE accepted_at IS NULL AND revoked_at IS NULL;

-- Whoever no longer works in an institution, and what they did there, should they come back.
CREATE TABLE former_member (
    institution_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    roles TEXT NOT NULL,
    at BIGINT NOT NULL,
    audit_id TEXT NOT NULL,
    PRIMARY KEY (institution_id, user_id)
);
