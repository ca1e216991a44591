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
