-- What was told of the service when information was given, as the directory had it that day (JSON). Nothing of the person.
ALTER TABLE referral_move ADD COLUMN told TEXT;
