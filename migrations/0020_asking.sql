-- Asking the person how a referral went: each try in which nobody could ask them, and what they said did not happen.

-- Under the key of the origin's person: the other side is told that they were asked, not how often nobody answered.
CREATE TABLE referral_try (
    id TEXT NOT NULL PRIMARY KEY,
    referral_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    details BYTES NOT NULL,
    audit_id TEXT NOT NULL
);
CREATE INDEX referral_try_referral ON referral_try (referral_id, at, id);

-- `tries`: since the last move. `disputed`: "arrival" or "outcome", until somebody confirms anew or it ends.
ALTER TABLE referral ADD COLUMN tries BIGINT NOT NULL DEFAULT 0;
ALTER TABLE referral ADD COLUMN disputed TEXT;
UPDATE referral
   SET disputed = (SELECT CASE WHEN m.action = 'dispute' THEN 'outcome' ELSE 'arrival' END
                     FROM referral_move m
                    WHERE m.referral_id = referral.id
                      AND m.action IN ('dispute', 'person_denies')
                    ORDER BY m.version DESC
                    LIMIT 1)
 WHERE status IN ('acknowledged', 'info_requested', 'waitlisted', 'accepted', 'scheduled');

DROP VIEW referral_row;
CREATE VIEW referral_row AS
SELECT r.id, r.origin_id, r.destination_id, r.thread_id, t.code AS thread_code, r.origin_person_id, r.destination_person_id,
       r.contact_id, r.service_id, r.kind, r.urgency, r.status, r.topic, r.age_band, r.follows_id, r.content, r.package_version, r.no_shows,
       r.reschedules, r.tries, r.disputed, r.created_by, r.created_at, r.sent_at, r.updated_at, r.version
  FROM referral r
  JOIN thread t ON t.id = r.thread_id;
