-- What a referral calls the contact in which it was agreed is a contact of its origin's. Any text was once accepted.
UPDATE referral
   SET contact_id = NULL
 WHERE contact_id IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.id = referral.contact_id AND c.institution_id = referral.origin_id);
