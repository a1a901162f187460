-- An order keeps its own copy of names, prices and addresses: what was agreed must not change
-- when the catalogue or the customer's address book does.

CREATE TABLE sales_order (
    id             integer       NOT NULL,
    order_number   integer       DEFAULT NEXT VALUE FOR order_number_seq NOT NULL,
    customer_id    integer       NOT NULL,
    cart_id        integer,
    channel        varchar(20)   DEFAULT 'web' NOT NULL,
    status         varchar(20)   DEFAULT 'new' NOT NULL,
    currency_code  char(3)       NOT NULL,
    placed_at      timestamp     DEFAULT CURRENT_TIMESTAMP NOT NULL,
    items_total    numeric(14,2) DEFAULT 0 NOT NULL,
    shipping_total numeric(14,2) DEFAULT 0 NOT NULL,
    tax_total      numeric(14,2) DEFAULT 0 NOT NULL,
    discount_total numeric(14,2) DEFAULT 0 NOT NULL,
    grand_total    numeric(14,2) DEFAULT 0 NOT NULL,
    customer_note  varchar(1000),
    updated_at     timestamp     DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT sales_order_pk PRIMARY KEY (id),
    CONSTRAINT sales_order_number_uq UNIQUE (order_number),
    CONSTRAINT sales_order_cart_uq UNIQUE (cart_id),
    CONSTRAINT sales_order_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id),
    CONSTRAINT sales_order_cart_fk FOREIGN KEY (cart_id) REFERENCES cart (id) ON DELETE SET NULL,
    CONSTRAINT sales_order_currency_fk FOREIGN KEY (currency_code) REFERENCES currency (code),
    CONSTRAINT sales_order_channel_ck CHECK (channel IN ('web', 'phone', 'partner', 'store')),
    CONSTRAINT sales_order_status_ck
        CHECK (status IN ('new', 'on-hold', 'paid', 'packed', 'shipped', 'delivered', 'cancelled')),
    CONSTRAINT sales_order_total_ck CHECK (grand_total = items_total + shipping_total + tax_total - discount_total)
);

CREATE INDEX sales_order_customer_ix ON sales_order (customer_id, placed_at DESC);
CREATE INDEX sales_order_currency_ix ON sales_order (currency_code);
