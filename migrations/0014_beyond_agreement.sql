-- What travelled above the agreement between the two institutions, as whoever sent it marked it: "1,2"; empty when nothing did.
ALTER TABLE disclosure ADD COLUMN beyond_agreement TEXT NOT NULL DEFAULT '';
