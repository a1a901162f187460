-- add promotions and coupons
--
-- revision: e5431fc16c4b
-- revises: 8a16af6fcb79
-- created: 2025-09-18T11:11:00Z

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
