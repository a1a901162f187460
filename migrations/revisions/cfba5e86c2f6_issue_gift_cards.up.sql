-- issue gift cards
--
-- revision: cfba5e86c2f6
-- revises: e5431fc16c4b
-- created: 2025-10-14T15:42:00Z

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
