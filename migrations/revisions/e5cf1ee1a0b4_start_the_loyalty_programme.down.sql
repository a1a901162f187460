-- undo "Start the loyalty programme"

DROP TABLE loyalty_account;
DROP TABLE loyalty_tier;
