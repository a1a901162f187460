-- create shopping carts
--
-- revision: 0c2120b667e9
-- revises: 1f3457f87ee7
-- created: 2025-05-06T14:55:00Z

CREATE TABLE cart (
    id            integer     NOT NULL,
    token         char(36)    NOT NULL,
    customer_id   integer,
    currency_code char(3)     DEFAULT 'EUR' NOT NULL,
    status        varchar(20) DEFAULT 'open' NOT NULL,
    created_at    timestamp   DEFAULT CURRENT_TIMESTAMP NOT NULL,
    expires_at    timestamp   DEFAULT (CURRENT_TIMESTAMP + INTERVAL '30' DAY) NOT NULL,
    CONSTRAINT cart_pk PRIMARY KEY (id),
    CONSTRAINT cart_token_uq UNIQUE (token),
    CONSTRAINT cart_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE,
    CONSTRAINT cart_currency_fk FOREIGN KEY (currency_code) REFERENCES currency (code),
    CONSTRAINT cart_status_ck CHECK (status IN ('open', 'ordered', 'abandoned')),
    CONSTRAINT cart_expires_ck CHECK (expires_at > created_at)
);

CREATE INDEX cart_customer_ix ON cart (customer_id);
CREATE INDEX cart_currency_ix ON cart (currency_code);
CREATE INDEX cart_expires_ix ON cart (status, expires_at);

CREATE TABLE cart_line (
    cart_id    integer       NOT NULL,
    line_no    smallint      NOT NULL,
    variant_id integer       NOT NULL,
    quantity   integer       DEFAULT 1 NOT NULL,
    unit_price numeric(12,2) NOT NULL,
    added_at   timestamp     DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT cart_line_pk PRIMARY KEY (cart_id, line_no),
    CONSTRAINT cart_line_variant_uq UNIQUE (cart_id, variant_id),
    CONSTRAINT cart_line_cart_fk FOREIGN KEY (cart_id) REFERENCES cart (id) ON DELETE CASCADE,
    CONSTRAINT cart_line_variant_fk FOREIGN KEY (variant_id) REFERENCES product_variant (id),
    CONSTRAINT cart_line_quantity_ck CHECK (quantity BETWEEN 1 AND 999)
);

CREATE INDEX cart_line_variant_ix ON cart_line (variant_id);
