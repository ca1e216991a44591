-- Nothing is looked up by them: lists of referrals are read by when they changed, whatever their status, and no list is of a
-- service's. Each move wrote all three anew.
DROP INDEX referral_origin;
DROP INDEX referral_destination;
DROP INDEX referral_service;
