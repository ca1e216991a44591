-- By which law and why something was shared without consent is free text, and what one writes there may tell of the person. It
-- is kept once, in the referral's sealed content, where it was written.
ALTER TABLE disclosure DROP COLUMN article;
ALTER TABLE disclosure DROP COLUMN justification;
