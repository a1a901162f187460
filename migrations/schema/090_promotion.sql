-- Promotions, the coupons that claim them, and gift cards.

CREATE TABLE promotion (
    id            integer       NOT NULL,
    name          varchar(120)  NOT NULL,
    percent_off   numeric(5,2),
    amount_off    numeric(12,2),
    currency_code char(3),
    min_order     numeric(12,2) DEFAULT 0 NOT NULL,
    starts_at     timestamp     DEFAULT CURRENT_TIMESTAMP NOT NULL,
    ends_at       timestamp,
    CONSTRAINT promotion_pk PRIMARY KEY (id),
    CONSTRAINT promotion_currency_fk FOREIGN KEY (currency_code) REFERENCES currency (code),
    CONSTRAINT promotion_percent_ck CHECK (percent_off > 0 AND percent_off <= 100),
    CONSTRAINT promotion_kind_ck CHECK (
        (percent_off IS NOT NULL AND amount_off IS NULL AND currency_code IS NULL)
        OR (percent_off IS NULL AND amount_off > 0 AND currency_code IS NOT NULL)),
    CONSTRAINT promotion_period_ck CHECK (ends_at IS NULL OR ends_at > starts_at)
);

CREATE INDEX promotion_period_ix ON promotion (starts_at DESC, ends_at DESC);
CREATE INDEX promotion_currency_ix ON promotion (currency_code);

CREATE TABLE promotion_product (
    promotion_id integer NOT NULL,
    product_id   integer NOT NULL,
    CONSTRAINT promotion_product_pk PRIMARY KEY (promotion_id, product_id),
    CONSTRAINT promotion_product_promotion_fk FOREIGN KEY (promotion_id) REFERENCES promotion (id) ON DELETE CASCADE,
    CONSTRAINT promotion_product_product_fk FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE
);

CREATE INDEX promotion_product_product_ix ON promotion_product (product_id);

CREATE TABLE coupon (
    code         varchar(40) NOT NULL,
    promotion_id integer     NOT NULL,
    customer_id  integer,
    max_uses     integer     DEFAULT 1 NOT NULL,
    used         integer     DEFAULT 0 NOT NULL,
    CONSTRAINT coupon_pk PRIMARY KEY (code),
    CONSTRAINT coupon_promotion_fk FOREIGN KEY (promotion_id) REFERENCES promotion (id) ON DELETE CASCADE,
    CONSTRAINT coupon_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE,
    CONSTRAINT coupon_used_ck CHECK (used BETWEEN 0 AND max_uses),
    CONSTRAINT coupon_code_ck CHECK (code = upper(code) AND code NOT LIKE '% %')
);

CREATE INDEX coupon_promotion_ix ON coupon (promotion_id);
CREATE INDEX coupon_customer_ix ON coupon (customer_id);

CREATE TABLE coupon_redemption (
    coupon_code varchar(40)   NOT NULL,
    order_id    integer       NOT NULL,
    amount      numeric(12,2) NOT NULL,
    redeemed_at timestamp     DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT coupon_redemption_pk PRIMARY KEY (coupon_code, order_id),
    CONSTRAINT coupon_redemption_coupon_fk FOREIGN KEY (coupon_code) REFERENCES coupon (code),
    CONSTRAINT coupon_redemption_order_fk FOREIGN KEY (order_id) REFERENCES sales_order (id) ON DELETE CASCADE
);

CREATE INDEX coupon_redemption_order_ix ON coupon_redemption (order_id);

CREATE TABLE gift_card (
    id             integer      NOT NULL,
    code           char(16)     NOT NULL,
    initial_amount numeric(8,2) NOT NULL,
    balance        numeric(8,2) NOT NULL,
    currency_code  char(3)      DEFAULT 'EUR' NOT NULL,
    purchaser_id   integer,
    issued_on      date         DEFAULT (CURRENT_DATE) NOT NULL,
    expires_on     date         DEFAULT (CURRENT_DATE + INTERVAL '3' YEAR) NOT NULL,
    CONSTRAINT gift_card_pk PRIMARY KEY (id),
    CONSTRAINT gift_card_code_uq UNIQUE (code),
    CONSTRAINT gift_card_currency_fk FOREIGN KEY (currency_code) REFERENCES currency (code),
    CONSTRAINT gift_card_purchaser_fk FOREIGN KEY (purchaser_id) REFERENCES customer (id) ON DELETE SET NULL,
    CONSTRAINT gift_card_balance_ck CHECK (balance >= 0 AND balance <= initial_amount),
    CONSTRAINT gift_card_amount_ck CHECK (initial_amount IN (10, 25, 50, 100, 250))
);

CREATE INDEX gift_card_purchaser_ix ON gift_card (purchaser_id);
CREATE INDEX gift_card_currency_ix ON gift_card (currency_code);

CREATE TABLE gift_card_entry (
    gift_card_id integer      NOT NULL,
    entry_no     smallint     NOT NULL,
    amount       numeric(8,2) NOT NULL,
    order_id     integer,
    booked_at    timestamp    DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT gift_card_entry_pk PRIMARY KEY (gift_card_id, entry_no),
    CONSTRAINT gift_card_entry_card_fk FOREIGN KEY (gift_card_id) REFERENCES gift_card (id) ON DELETE CASCADE,
    CONSTRAINT gift_card_entry_order_fk FOREIGN KEY (order_id) REFERENCES sales_order (id),
    CONSTRAINT gift_card_entry_amount_ck CHECK (amount <> 0)
);

CREATE INDEX gift_card_entry_order_ix ON gift_card_entry (order_id);
