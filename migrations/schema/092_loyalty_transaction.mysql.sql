-- Points earned and spent. Rows are only ever added.

CREATE TABLE loyalty_transaction (
    id          integer     NOT NULL AUTO_INCREMENT,
    customer_id integer     NOT NULL,
    order_id    integer,
    kind        varchar(10) NOT NULL,
    points      integer     NOT NULL,
    booked_at   timestamp   DEFAULT CURRENT_TIMESTAMP NOT NULL,
    expires_on  date,
    CONSTRAINT loyalty_transaction_pk PRIMARY KEY (id),
    CONSTRAINT loyalty_transaction_account_fk FOREIGN KEY (customer_id)
        REFERENCES loyalty_account (customer_id) ON DELETE CASCADE,
    CONSTRAINT loyalty_transaction_order_fk FOREIGN KEY (order_id) REFERENCES sales_order (id) ON DELETE SET NULL,
    CONSTRAINT loyalty_transaction_sign_ck CHECK (
        (kind IN ('earn', 'gift') AND points > 0) OR (kind IN ('spend', 'expire') AND points < 0))
) AUTO_INCREMENT = 1000;

CREATE INDEX loyalty_transaction_account_ix ON loyalty_transaction (customer_id, booked_at DESC);
CREATE INDEX loyalty_transaction_order_ix ON loyalty_transaction (order_id);
CREATE INDEX loyalty_transaction_expiry_ix ON loyalty_transaction (expires_on, kind);
