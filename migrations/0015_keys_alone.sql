-- Keys are found whole. Kept as their key alone (on SQLite, where a table is otherwise kept by row number beside its key), each
-- is written once instead of twice, and a dozen of them are written with every person.
CREATE TABLE person_key_alone (
    institution_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    key BYTES NOT NULL,
    created_at BIGINT NOT NULL,
    person_id TEXT NOT NULL,
    PRIMARY KEY (institution_id, kind, key, created_at, person_id)
) WITHOUT ROWID;
INSERT INTO person_key_alone (institution_id, kind, key, created_at, person_id)
SELECT institution_id, kind, key, created_at, person_id FROM person_key;
DROP TABLE person_key;
ALTER TABLE person_key_alone RENAME TO person_key;
CREATE INDEX person_key_person ON person_key (person_id);
