-- The loyalty programme: tiers, members, and what they turn their points into.

CREATE TABLE loyalty_tier (
    code        varchar(20)  NOT NULL,
    name        varchar(60)  NOT NULL,
    min_points  integer      NOT NULL,
    earn_factor numeric(4,2) DEFAULT 1.00 NOT NULL,
    CONSTRAINT loyalty_tier_pk PRIMARY KEY (code),
    CONSTRAINT loyalty_tier_points_uq UNIQUE (min_points),
    CONSTRAINT loyalty_tier_factor_ck CHECK (earn_factor >= 1.0)
);

CREATE TABLE loyalty_account (
    customer_id    integer     NOT NULL,
    tier_code      varchar(20) DEFAULT 'basic' NOT NULL,
    points_balance integer     DEFAULT 0 NOT NULL,
    joined_on      date        DEFAULT (CURRENT_DATE) NOT NULL,
    referral_code  varchar(12),
    referred_by    integer,
    CONSTRAINT loyalty_account_pk PRIMARY KEY (customer_id),
    CONSTRAINT loyalty_account_referral_uq UNIQUE (referral_code),
    CONSTRAINT loyalty_account_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE,
    CONSTRAINT loyalty_account_tier_fk FOREIGN KEY (tier_code) REFERENCES loyalty_tier (code),
    CONSTRAINT loyalty_account_referred_fk FOREIGN KEY (referred_by)
        REFERENCES loyalty_account (customer_id) ON DELETE SET NULL,
    CONSTRAINT loyalty_account_balance_ck CHECK (points_balance >= 0)
);

CREATE INDEX loyalty_account_tier_ix ON loyalty_account (tier_code, points_balance DESC);
CREATE INDEX loyalty_account_referred_ix ON loyalty_account (referred_by);

CREATE TABLE loyalty_reward (
    id            integer      NOT NULL,
    name          varchar(120) NOT NULL,
    cost_points   integer      NOT NULL,
    min_tier_code varchar(20)  DEFAULT 'basic' NOT NULL,
    valid_from    date         DEFAULT (DATE '2025-12-01') NOT NULL,
    valid_to      date,
    CONSTRAINT loyalty_reward_pk PRIMARY KEY (id),
    CONSTRAINT loyalty_reward_tier_fk FOREIGN KEY (min_tier_code) REFERENCES loyalty_tier (code),
    CONSTRAINT loyalty_reward_cost_ck CHECK (cost_points > 0)
);

CREATE INDEX loyalty_reward_tier_ix ON loyalty_reward (min_tier_code);

CREATE TABLE loyalty_redemption (
    id          integer     NOT NULL,
    reward_id   integer     NOT NULL,
    customer_id integer     NOT NULL,
    coupon_text varchar(40),
    redeemed_at timestamp   DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT loyalty_redemption_pk PRIMARY KEY (id),
    CONSTRAINT loyalty_redemption_reward_fk FOREIGN KEY (reward_id) REFERENCES loyalty_reward (id),
    CONSTRAINT loyalty_redemption_account_fk FOREIGN KEY (customer_id)
        REFERENCES loyalty_account (customer_id) ON DELETE CASCADE
);

CREATE INDEX loyalty_redemption_reward_ix ON loyalty_redemption (reward_id);
CREATE INDEX loyalty_redemption_account_ix ON loyalty_redemption (customer_id);
