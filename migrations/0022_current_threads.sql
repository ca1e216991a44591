-- A referral stands on the thread that its own became part of, under that thread's code; what was written meanwhile on one that
-- is no more is written where it went.
DROP VIEW referral_row;
CREATE VIEW referral_row AS
SELECT r.id, r.origin_id, r.destination_id, k.id AS thread_id, k.code AS thread_code, r.origin_person_id, r.destination_person_id,
       r.contact_id, r.service_id, r.kind, r.urgency, r.status, r.topic, r.age_band, r.follows_id, r.content, r.package_version, r.no_shows,
       r.reschedules, r.tries, r.disputed, r.created_by, r.created_at, r.sent_at, r.updated_at, r.version
  FROM referral r
  JOIN thread t ON t.id = r.thread_id
  JOIN thread k ON k.id = COALESCE(t.joined_to, t.id);

-- Two who joined threads at one instant may have made each part of the other's: one of them is left.
WITH RECURSIVE way (id, at) AS (
    SELECT id, joined_to FROM thread WHERE joined_to IS NOT NULL
     UNION
    SELECT w.id, t.joined_to FROM way w JOIN thread t ON t.id = w.at WHERE t.joined_to IS NOT NULL
)
UPDATE thread
   SET joined_to = NULL
 WHERE id IN (SELECT w.id FROM way w WHERE w.at = w.id AND NOT EXISTS (SELECT 1 FROM way s WHERE s.id = w.id AND s.at < w.id));
-- Or have joined one to one that is no more: each goes where its own went.
WITH RECURSIVE way (id, at) AS (
    SELECT id, joined_to FROM thread WHERE joined_to IS NOT NULL
     UNION
    SELECT w.id, t.joined_to FROM way w JOIN thread t ON t.id = w.at WHERE t.joined_to IS NOT NULL
)
UPDATE thread
   SET joined_to = (SELECT w.at FROM way w JOIN thread k ON k.id = w.at WHERE w.id = thread.id AND k.joined_to IS NULL)
 WHERE joined_to IN (SELECT id FROM thread WHERE joined_to IS NOT NULL);

UPDATE thread_event
   SET thread_id = (SELECT t.joined_to FROM thread t WHERE t.id = thread_event.thread_id)
 WHERE thread_id IN (SELECT id FROM thread WHERE joined_to IS NOT NULL);
-- One of each institution; whoever else of theirs was written there is read by where the thread went.
UPDATE person
   SET thread_id = (SELECT t.joined_to FROM thread t WHERE t.id = person.thread_id)
 WHERE id IN (SELECT MIN(p.id)
                FROM person p
                JOIN thread t ON t.id = p.thread_id
               WHERE t.joined_to IS NOT NULL
                 AND NOT EXISTS (SELECT 1
                                   FROM person o
                                  WHERE o.thread_id = t.joined_to
                                    AND o.institution_id = p.institution_id)
               GROUP BY p.institution_id, t.joined_to);

-- Information is given to the person alone: whose service it is about neither receives it nor waits for it.
UPDATE thread_event SET shared_with = NULL WHERE subject_id IN (SELECT id FROM referral WHERE kind = 'information');
UPDATE commitment SET requested_by = NULL WHERE subject_id IN (SELECT id FROM referral WHERE kind = 'information');
UPDATE referral SET destination_id = NULL WHERE kind = 'information';
