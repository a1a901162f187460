-- Addresses as they were when the order was placed, and what became of it since.

CREATE TABLE order_address (
    order_id     integer      NOT NULL,
    purpose      varchar(10)  NOT NULL,
    recipient    varchar(160) NOT NULL,
    street       varchar(160) NOT NULL,
    street_extra varchar(160),
    postal_code  varchar(16),
    city         varchar(100) NOT NULL,
    region       varchar(100),
    country_code char(2)      NOT NULL,
    CONSTRAINT order_address_pk PRIMARY KEY (order_id, purpose),
    CONSTRAINT order_address_order_fk FOREIGN KEY (order_id) REFERENCES sales_order (id) ON DELETE CASCADE,
    CONSTRAINT order_address_country_fk FOREIGN KEY (country_code) REFERENCES country (code),
    CONSTRAINT order_address_purpose_ck CHECK (purpose IN ('billing', 'shipping'))
);

CREATE INDEX order_address_country_ix ON order_address (country_code);

CREATE TABLE order_status_change (
    order_id   integer      NOT NULL,
    changed_at timestamp    DEFAULT CURRENT_TIMESTAMP NOT NULL,
    status     varchar(20)  NOT NULL,
    staff_id   integer,
    remark     varchar(500),
    CONSTRAINT order_status_change_pk PRIMARY KEY (order_id, changed_at, status),
    CONSTRAINT order_status_change_order_fk FOREIGN KEY (order_id) REFERENCES sales_order (id) ON DELETE CASCADE,
    CONSTRAINT order_status_change_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member (id) ON DELETE SET NULL
);

CREATE INDEX order_status_change_staff_ix ON order_status_change (staff_id);
