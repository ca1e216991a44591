-- Which name sounds an institution has met, each as one of a million rough keys, never whose nor how often: a search tries a
-- spelling one letter away only if its sound is here. -1: any may be, because people were here before this table.
CREATE TABLE name_sound (
    institution_id TEXT NOT NULL,
    sound BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (institution_id, sound)
);
CREATE INDEX name_sound_created ON name_sound (institution_id, created_at);

INSERT INTO name_sound (institution_id, sound, created_at)
SELECT DISTINCT institution_id, -1, 0 FROM person;
