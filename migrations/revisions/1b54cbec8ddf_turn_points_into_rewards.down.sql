-- undo "Turn points into rewards"

ALTER TABLE loyalty_account DROP CONSTRAINT loyalty_account_referred_fk;
ALTER TABLE loyalty_account DROP COLUMN referred_by;
ALTER TABLE loyalty_account DROP CONSTRAINT loyalty_account_referral_uq;
ALTER TABLE loyalty_account DROP COLUMN referral_code;
DROP TABLE loyalty_redemption;
DROP TABLE loyalty_reward;
