-- Start the loyalty programme
--
-- revision: e5cf1ee1a0b4
-- revises: 8a16af6fcb79
-- branch-labels: loyalty
-- created: 2025-09-16T08:50:00Z

CREATE TABLE loyalty_tier (
  code varchar(20) NOT NULL,
  name varchar(60) NOT NULL,
  min_points integer NOT NULL,
  earn_factor numeric(4,2) DEFAULT 1.00 NOT NULL,
  CONSTRAINT loyalty_tier_pk PRIMARY KEY (code),
  CONSTRAINT loyalty_tier_points_uq UNIQUE (min_points),
  CONSTRAINT loyalty_tier_factor_ck CHECK (earn_factor >= 1.0)
);

CREATE TABLE loyalty_account (
  customer_id integer NOT NULL,
  tier_code varchar(20) DEFAULT 'basic' NOT NULL,
  points_balance integer DEFAULT 0 NOT NULL,
  joined_on date DEFAULT (CURRENT_DATE) NOT NULL,
  CONSTRAINT loyalty_account_pk PRIMARY KEY (customer_id),
  CONSTRAINT loyalty_account_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE,
  CONSTRAINT loyalty_account_tier_fk FOREIGN KEY (tier_code) REFERENCES loyalty_tier (code),
  CONSTRAINT loyalty_account_balance_ck CHECK (points_balance >= 0)
);

CREATE INDEX loyalty_account_tier_ix ON loyalty_account (tier_code, points_balance DESC);

INSERT INTO loyalty_tier (code, name, min_points, earn_factor) VALUES ('basic', 'Basic', 0, 1.00);
INSERT INTO loyalty_tier (code, name, min_points, earn_factor) VALUES ('silver', 'Silver', 1000, 1.25);
INSERT INTO loyalty_tier (code, name, min_points, earn_factor) VALUES ('gold', 'Gold', 5000, 1.50);
