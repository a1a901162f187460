-- Money in.

CREATE TABLE payment_method (
    code       varchar(30)  NOT NULL,
    name       varchar(80)  NOT NULL,
    fee_rate   numeric(5,4) DEFAULT 0 NOT NULL,
    sort_order smallint     DEFAULT 0 NOT NULL,
    CONSTRAINT payment_method_pk PRIMARY KEY (code),
    CONSTRAINT payment_method_fee_ck CHECK (fee_rate BETWEEN 0 AND 0.2)
);

CREATE TABLE payment (
    id                 integer       NOT NULL,
    order_id           integer       NOT NULL,
    method_code        varchar(30)   NOT NULL,
    amount             numeric(12,2) NOT NULL,
    currency_code      char(3)       NOT NULL,
    status             varchar(20)   DEFAULT 'pending' NOT NULL,
    provider_reference varchar(100),
    authorised_at      timestamp,
    captured_at        timestamp,
    CONSTRAINT payment_pk PRIMARY KEY (id),
    CONSTRAINT payment_reference_uq UNIQUE (method_code, provider_reference),
    CONSTRAINT payment_order_fk FOREIGN KEY (order_id) REFERENCES sales_order (id) ON DELETE RESTRICT,
    CONSTRAINT payment_method_fk FOREIGN KEY (method_code) REFERENCES payment_method (code) ON UPDATE CASCADE,
    CONSTRAINT payment_currency_fk FOREIGN KEY (currency_code) REFERENCES currency (code),
    CONSTRAINT payment_amount_ck CHECK (amount > 0),
    CONSTRAINT payment_status_ck CHECK (status IN ('pending', 'authorised', 'captured', 'failed', 'voided')),
    CONSTRAINT payment_captured_ck CHECK (status <> 'captured' OR captured_at IS NOT NULL)
);

CREATE INDEX payment_order_ix ON payment (order_id);
CREATE INDEX payment_currency_ix ON payment (currency_code);
CREATE INDEX payment_captured_ix ON payment (captured_at DESC, status);
