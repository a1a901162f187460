-- Turn points into rewards
--
-- revision: 1b54cbec8ddf
-- revises: 2480b04486de
-- created: 2025-11-05T16:09:00Z

CREATE TABLE loyalty_reward (
  id integer NOT NULL,
  name varchar(120) NOT NULL,
  cost_points integer NOT NULL,
  min_tier_code varchar(20) DEFAULT 'basic' NOT NULL,
  valid_from date DEFAULT (DATE '2025-12-01') NOT NULL,
  valid_to date,
  CONSTRAINT loyalty_reward_pk PRIMARY KEY (id),
  CONSTRAINT loyalty_reward_tier_fk FOREIGN KEY (min_tier_code) REFERENCES loyalty_tier (code),
  CONSTRAINT loyalty_reward_cost_ck CHECK (cost_points > 0)
);

CREATE INDEX loyalty_reward_tier_ix ON loyalty_reward (min_tier_code);

CREATE TABLE loyalty_redemption (
  id integer NOT NULL,
  reward_id integer NOT NULL,
  customer_id integer NOT NULL,
  coupon_text varchar(40),
  redeemed_at timestamp DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT loyalty_redemption_pk PRIMARY KEY (id),
  CONSTRAINT loyalty_redemption_reward_fk FOREIGN KEY (reward_id) REFERENCES loyalty_reward (id),
  CONSTRAINT loyalty_redemption_account_fk FOREIGN KEY (customer_id) REFERENCES loyalty_account (customer_id) ON DELETE CASCADE
);

CREATE INDEX loyalty_redemption_reward_ix ON loyalty_redemption (reward_id);
CREATE INDEX loyalty_redemption_account_ix ON loyalty_redemption (customer_id);

-- Members who bring members.
ALTER TABLE loyalty_account ADD referral_code varchar(12);
ALTER TABLE loyalty_account ADD CONSTRAINT loyalty_account_referral_uq UNIQUE (referral_code);
ALTER TABLE loyalty_account ADD referred_by integer;
CREATE INDEX loyalty_account_referred_ix ON loyalty_account (referred_by);
ALTER TABLE loyalty_account ADD CONSTRAINT loyalty_account_referred_fk
  FOREIGN KEY (referred_by) REFERENCES loyalty_account (customer_id) ON DELETE SET NULL;

INSERT INTO loyalty_reward (id, name, cost_points) VALUES (1, 'Free shipping, once', 250);
INSERT INTO loyalty_reward (id, name, cost_points) VALUES (2, 'Ten euro off', 900);
INSERT INTO loyalty_reward (id, name, cost_points, min_tier_code) VALUES (3, 'Evening in the workshop', 2500, 'gold');
