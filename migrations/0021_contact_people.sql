-- Whom to call at an institution when in doubt (INJUV, L4): the people it names, sealed like staff accounts, the first one first.
CREATE TABLE institution_contacts (
    institution_id TEXT NOT NULL PRIMARY KEY,
    document BYTES NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    audit_id TEXT NOT NULL
);
