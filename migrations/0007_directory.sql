-- The directory: public facts about services, one document a row; a change raises the edition, and every node reads anew.
CREATE TABLE service (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL,
    institution_id TEXT,
    document TEXT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    audit_id TEXT NOT NULL
);
CREATE UNIQUE INDEX service_code ON service (code);
CREATE INDEX service_institution ON service (institution_id);

CREATE TABLE directory_edition (
    name TEXT NOT NULL PRIMARY KEY,
    edition BIGINT NOT NULL
);
