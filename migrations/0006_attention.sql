-- Attention written up: contacts, their earlier versions, topics and attachments; files; definitions of forms.

-- Sealed files in chunks of 256 KiB. The key is kept, wrapped, by whoever owns the file.
CREATE TABLE blob (
    id TEXT NOT NULL PRIMARY KEY,
    institution_id TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    digest BYTES NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE blob_chunk (
    blob_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    content BYTES NOT NULL,
    PRIMARY KEY (blob_id, seq)
);

-- Forms that an institution changed. What ships is in the program; a row here stands before it. Never deleted: records
-- are pinned to the version they were written with.
CREATE TABLE form_definition (
    institution_id TEXT NOT NULL,
    form TEXT NOT NULL,
    version TEXT NOT NULL,
    status TEXT NOT NULL,
    effective_from TEXT NOT NULL,
    definition TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    audit_id TEXT NOT NULL,
    PRIMARY KEY (institution_id, form, version)
);

-- A contact: who, when, by which channel, how it ended. What was said is in `content`, sealed with the key of
-- `subject_id`: the person, or the contact itself while it has nobody. Topics, risk and disposition are codes in the clear,
-- for search and figures (src/features/attention/README.md says what that leaks).
CREATE TABLE contact (
    id TEXT NOT NULL PRIMARY KEY,
    institution_id TEXT NOT NULL,
    status TEXT NOT NULL,
    channel TEXT NOT NULL,
    direction TEXT NOT NULL,
    service_id TEXT,
    started_at BIGINT NOT NULL,
    ended_at BIGINT,
    entered_at BIGINT NOT NULL,
    agent_id TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    person_id TEXT,
    topics TEXT NOT NULL,
    risk TEXT,
    disposition TEXT,
    form TEXT NOT NULL,
    form_version TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    content BYTES,
    version BIGINT NOT NULL,
    audit_id TEXT NOT NULL
);
CREATE INDEX contact_newest ON contact (institution_id, started_at, id);
CREATE INDEX contact_agent ON contact (institution_id, agent_id, started_at, id);
CREATE INDEX contact_of_person ON contact (person_id, started_at, id);

-- The topics of `contact.topics`, one by one, to find contacts by them.
CREATE TABLE contact_topic (
    institution_id TEXT NOT NULL,
    topic TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    contact_id TEXT NOT NULL,
    PRIMARY KEY (institution_id, topic, started_at, contact_id)
);
CREATE INDEX contact_topic_contact ON contact_topic (contact_id);

-- What a closed contact said before it was corrected, and why it was: sealed like the contact.
CREATE TABLE contact_earlier (
    contact_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    replaced_at BIGINT NOT NULL,
    replaced_by TEXT NOT NULL,
    content BYTES NOT NULL,
    PRIMARY KEY (contact_id, version)
);

-- A file of a contact. Its name and its key are sealed like the contact.
CREATE TABLE contact_attachment (
    id TEXT NOT NULL PRIMARY KEY,
    institution_id TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    blob_id TEXT NOT NULL,
    name BYTES NOT NULL,
    blob_key BYTES NOT NULL,
    added_at BIGINT NOT NULL,
    added_by TEXT NOT NULL,
    audit_id TEXT NOT NULL
);
CREATE INDEX contact_attachment_contact ON contact_attachment (contact_id, added_at, id);
