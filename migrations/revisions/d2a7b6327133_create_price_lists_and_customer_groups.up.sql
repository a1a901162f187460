-- create price lists and customer groups
--
-- revision: d2a7b6327133
-- revises: a9831b0fcfac
-- created: 2025-03-27T09:02:00Z

CREATE TABLE price_list (
    id            integer     NOT NULL,
    code          varchar(40) NOT NULL,
    name          varchar(80) NOT NULL,
    currency_code char(3)     NOT NULL,
    valid_from    date        DEFAULT (DATE '2025-01-01') NOT NULL,
    valid_to      date,
    CONSTRAINT price_list_pk PRIMARY KEY (id),
    CONSTRAINT price_list_code_uq UNIQUE (code),
    CONSTRAINT price_list_currency_fk FOREIGN KEY (currency_code) REFERENCES currency (code),
    CONSTRAINT price_list_valid_ck CHECK (valid_to > valid_from)
);

CREATE INDEX price_list_currency_ix ON price_list (currency_code);

-- valid_to is the first day on which the price no longer holds; null: open end.
CREATE TABLE price (
    price_list_id integer       NOT NULL,
    variant_id    integer       NOT NULL,
    min_quantity  integer       DEFAULT 1 NOT NULL,
    valid_from    date          NOT NULL,
    valid_to      date,
    amount        numeric(12,2) NOT NULL,
    compare_at    numeric(12,2),
    CONSTRAINT price_pk PRIMARY KEY (price_list_id, variant_id, min_quantity, valid_from),
    CONSTRAINT price_list_fk FOREIGN KEY (price_list_id) REFERENCES price_list (id) ON DELETE CASCADE,
    CONSTRAINT price_variant_fk FOREIGN KEY (variant_id) REFERENCES product_variant (id) ON DELETE CASCADE,
    CONSTRAINT price_amount_ck CHECK (amount >= 0 AND (compare_at IS NULL OR compare_at > amount)),
    CONSTRAINT price_quantity_ck CHECK (min_quantity >= 1),
    CONSTRAINT price_valid_ck CHECK (valid_to IS NULL OR valid_to > valid_from)
);

CREATE INDEX price_variant_ix ON price (variant_id, valid_from DESC);

CREATE TABLE customer_group (
    code             varchar(30)  NOT NULL,
    name             varchar(80)  NOT NULL,
    price_list_id    integer,
    discount_percent numeric(5,2) DEFAULT 0.00 NOT NULL,
    CONSTRAINT customer_group_pk PRIMARY KEY (code),
    CONSTRAINT customer_group_list_fk FOREIGN KEY (price_list_id) REFERENCES price_list (id) ON DELETE SET NULL,
    CONSTRAINT customer_group_discount_ck CHECK (discount_percent BETWEEN 0 AND 100)
);

CREATE INDEX customer_group_list_ix ON customer_group (price_list_id);

CREATE TABLE customer_group_member (
    customer_id integer     NOT NULL,
    group_code  varchar(30) NOT NULL,
    member_from date        DEFAULT (CURRENT_DATE) NOT NULL,
    CONSTRAINT customer_group_member_pk PRIMARY KEY (customer_id, group_code),
    CONSTRAINT customer_group_member_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE,
    CONSTRAINT customer_group_member_group_fk FOREIGN KEY (group_code) REFERENCES customer_group (code)
);

CREATE INDEX customer_group_member_group_ix ON customer_group_member (group_code);

INSERT INTO price_list (id, code, name, currency_code) VALUES (1, 'retail-eur', 'Retail, euro', 'EUR');
INSERT INTO price_list (id, code, name, currency_code) VALUES (2, 'retail-chf', 'Retail, Swiss francs', 'CHF');
INSERT INTO price_list (id, code, name, currency_code) VALUES (3, 'trade-eur', 'Trade, euro', 'EUR');
INSERT INTO customer_group (code, name, price_list_id, discount_percent) VALUES ('staff', 'Own staff', NULL, 25);
INSERT INTO customer_group (code, name, price_list_id) VALUES ('trade', 'Trade customers', 3);
