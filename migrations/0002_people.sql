-- People, each institution's own row; threads, which have no identity; events along them; drafts.

CREATE TABLE thread (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    joined_to TEXT
);
CREATE UNIQUE INDEX thread_code ON thread (code);

-- Two threads found to be one person's: everything of `gone_id` moved to `kept_id`, and can be moved back.
CREATE TABLE thread_join (
    id TEXT NOT NULL PRIMARY KEY,
    kept_id TEXT NOT NULL,
    gone_id TEXT NOT NULL,
    people TEXT NOT NULL,
    events TEXT NOT NULL,
    at BIGINT NOT NULL
);

-- Sealed documents, one per data class (docs/adr/0002): identity and safe_contact are class 1, declared is class 2.
CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    institution_id TEXT NOT NULL,
    thread_id TEXT NOT NULL,
    identity_level TEXT NOT NULL,
    identity BYTES NOT NULL,
    safe_contact BYTES,
    declared BYTES,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    audit_id TEXT NOT NULL
);
CREATE UNIQUE INDEX person_thread ON person (institution_id, thread_id);
CREATE INDEX person_age ON person (institution_id, created_at, id);

-- Blind keys of sealed identity, per institution (mechanisms.md §4). `created_at` keeps the newest 50 of a rough key.
CREATE TABLE person_key (
    institution_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    key BYTES NOT NULL,
    created_at BIGINT NOT NULL,
    person_id TEXT NOT NULL,
    PRIMARY KEY (institution_id, kind, key, created_at, person_id)
);
CREATE INDEX person_key_person ON person_key (person_id);

-- "Known to the network": RUN and passport only, under a key of the whole network. Answers yes or no, nothing else.
CREATE TABLE network_key (
    key BYTES NOT NULL,
    person_id TEXT NOT NULL,
    institution_id TEXT NOT NULL,
    PRIMARY KEY (key, person_id)
);
CREATE INDEX network_key_person ON network_key (person_id);

CREATE TABLE thread_event (
    id TEXT NOT NULL PRIMARY KEY,
    thread_id TEXT NOT NULL,
    institution_id TEXT NOT NULL,
    event_at BIGINT NOT NULL,
    entered_at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    data_class SMALLINT NOT NULL,
    visibility TEXT NOT NULL,
    shared_with TEXT,
    subject_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    audit_id TEXT NOT NULL
);
CREATE INDEX thread_event_thread ON thread_event (thread_id, event_at, id);
CREATE INDEX thread_event_subject ON thread_event (subject_id, event_at);

-- What somebody was writing: keyed to user + record + form, sealed, kept until sent or 14 days old.
CREATE TABLE draft (
    user_id TEXT NOT NULL,
    institution_id TEXT NOT NULL,
    form TEXT NOT NULL,
    record TEXT NOT NULL,
    content BYTES NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (user_id, institution_id, form, record)
);
CREATE INDEX draft_age ON draft (updated_at);
