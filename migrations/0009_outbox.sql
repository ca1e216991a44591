-- E-mail on its way. The intent is stored before the call (mechanisms.md §5): a row is `wired` while a server may be taking
-- it; one whose lease ran out is `unknown` and is never sent again by itself. What it says is sealed under the accounts' key
-- and removed once its fate is known: links in it are secrets.

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
