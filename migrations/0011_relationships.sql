-- Who is who to a person, as one institution knows it. What it says is sealed with the person's key (class 2), so that erasing
-- the person erases it. A relationship ends; it is never deleted.
CREATE TABLE relationship (
    id TEXT NOT NULL PRIMARY KEY,
    institution_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    other_person_id TEXT,
    content BYTES NOT NULL,
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    version BIGINT NOT NULL,
    audit_id TEXT NOT NULL
);
CREATE INDEX relationship_person ON relationship (institution_id, person_id, created_at, id);
