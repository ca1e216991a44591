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

UPDATE thread_event
   SET thread_id = (SELECT t.joined_to FROM thread t WHERE t.id = thread_event.thread_id)
 WHERE thread_id IN (SELECT id FROM thread WHERE joined_to IS NOT NULL);
UPDATE person
   SET thread_id = (SELECT t.joined_to FROM thread t WHERE t.id = person.thread_id)
 WHERE thread_id IN (SELECT t.id
                       FROM thread t
                      WHERE t.joined_to IS NOT NULL
                        AND NOT EXISTS (SELECT 1
                                          FROM person o
                                         WHERE o.thread_id = t.joined_to
                                           AND o.institution_id = person.institution_id));

-- Information is given to the person alone: whose service it is about neither receives it nor waits for it.
UPDATE thread_event SET shared_with = NULL WHERE subject_id IN (SELECT id FROM referral WHERE kind = 'information');
UPDATE commitment SET requested_by = NULL WHERE subject_id IN (SELECT id FROM referral WHERE kind = 'information');
UPDATE referral SET destination_id = NULL WHERE kind = 'information';
