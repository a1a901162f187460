-- Goods back in, and money back out.

CREATE TABLE return_reason (
    code       varchar(20) NOT NULL,
    label      varchar(80) NOT NULL,
    sort_order smallint    DEFAULT 0 NOT NULL,
    CONSTRAINT return_reason_pk PRIMARY KEY (code)
);

CREATE TABLE return_request (
    id           integer     NOT NULL,
    order_id     integer     NOT NULL,
    status       varchar(20) DEFAULT 'requested' NOT NULL,
    requested_at timestamp   DEFAULT CURRENT_TIMESTAMP NOT NULL,
    received_at  timestamp,
    warehouse_id integer,
    CONSTRAINT return_request_pk PRIMARY KEY (id),
    CONSTRAINT return_request_order_fk FOREIGN KEY (order_id) REFERENCES sales_order (id),
    CONSTRAINT return_request_warehouse_fk FOREIGN KEY (warehouse_id) REFERENCES warehouse (id),
    CONSTRAINT return_request_status_ck CHECK (status IN ('requested', 'received', 'inspected', 'settled', 'refused')),
    CONSTRAINT return_request_received_ck CHECK (received_at IS NULL OR warehouse_id IS NOT NULL)
);

CREATE INDEX return_request_order_ix ON return_request (order_id);
CREATE INDEX return_request_warehouse_ix ON return_request (warehouse_id, received_at DESC);

CREATE TABLE return_line (
    return_id   integer     NOT NULL,
    order_id    integer     NOT NULL,
    line_no     smallint    NOT NULL,
    quantity    integer     NOT NULL,
    reason_code varchar(20) NOT NULL,
    restock     char(1)     DEFAULT 'Y' NOT NULL,
    CONSTRAINT return_line_pk PRIMARY KEY (return_id, order_id, line_no),
    CONSTRAINT return_line_return_fk FOREIGN KEY (return_id) REFERENCES return_request (id) ON DELETE CASCADE,
    CONSTRAINT return_line_order_line_fk FOREIGN KEY (order_id, line_no) REFERENCES order_line (order_id, line_no),
    CONSTRAINT return_line_reason_fk FOREIGN KEY (reason_code) REFERENCES return_reason (code),
    CONSTRAINT return_line_quantity_ck CHECK (quantity > 0),
    CONSTRAINT return_line_restock_ck CHECK (restock IN ('Y', 'N'))
);

CREATE INDEX return_line_order_line_ix ON return_line (order_id, line_no);
CREATE INDEX return_line_reason_ix ON return_line (reason_code);

CREATE TABLE refund (
    id           integer       NOT NULL,
    payment_id   integer       NOT NULL,
    amount       numeric(12,2) NOT NULL,
    reason       varchar(200),
    status       varchar(20)   DEFAULT 'requested' NOT NULL,
    approved_by  integer,
    requested_at timestamp     DEFAULT CURRENT_TIMESTAMP NOT NULL,
    return_id    integer,
    CONSTRAINT refund_pk PRIMARY KEY (id),
    CONSTRAINT refund_payment_fk FOREIGN KEY (payment_id) REFERENCES payment (id) ON DELETE RESTRICT,
    CONSTRAINT refund_staff_fk FOREIGN KEY (approved_by) REFERENCES staff_member (id),
    CONSTRAINT refund_return_fk FOREIGN KEY (return_id) REFERENCES return_request (id) ON DELETE SET NULL,
    CONSTRAINT refund_amount_ck CHECK (amount > 0),
    CONSTRAINT refund_status_ck CHECK (status IN ('requested', 'approved', 'paid', 'rejected')),
    CONSTRAINT refund_approved_ck CHECK (NOT (status IN ('approved', 'paid') AND approved_by IS NULL))
);

CREATE INDEX refund_payment_ix ON refund (payment_id);
CREATE INDEX refund_staff_ix ON refund (approved_by);
CREATE INDEX refund_return_ix ON refund (return_id);
