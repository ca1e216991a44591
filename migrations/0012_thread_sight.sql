-- What a thread shows besides its events: what is owed on it, and when nobody acted in time. Both are derived from commitments.

-- The commitments of a thread, the ended ones too; and the threads that became part of it, whose commitments stay with them.
CREATE INDEX commitment_thread ON commitment (thread_id, due_at, id) WHERE thread_id IS NOT NULL;
CREATE INDEX thread_joined ON thread (joined_to) WHERE joined_to IS NOT NULL;

-- The newest referral of a thread that an institution has a part in.
CREATE INDEX referral_thread ON referral (thread_id, updated_at);

-- Who sees whose events by which agreement, each pair from both ends.
CREATE VIEW agreement_sight AS
SELECT first_id AS viewer_id, second_id AS shown_id, starts_on, ends_on, class_limit
  FROM agreement
 WHERE events_visible = 1
UNION ALL
SELECT second_id AS viewer_id, first_id AS shown_id, starts_on, ends_on, class_limit
  FROM agreement
 WHERE events_visible = 1;
