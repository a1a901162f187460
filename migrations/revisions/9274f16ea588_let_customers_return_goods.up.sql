-- Let customers return goods
--
-- revision: 9274f16ea588
-- revises: cfba5e86c2f6
-- created: 2025-10-29T10:03:00Z

CREATE TABLE return_reason (
  code varchar(20) NOT NULL,
  label varchar(80) NOT NULL,
  sort_order smallint DEFAULT 0 NOT NULL,
  CONSTRAINT return_reason_pk PRIMARY KEY (code)
);

CREATE TABLE return_request (
  id integer NOT NULL,
  order_id integer NOT NULL,
  status varchar(20) DEFAULT 'requested' NOT NULL,
  requested_at timestamp DEFAULT CURRENT_TIMESTAMP NOT NULL,
  received_at timestamp,
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
  return_id integer NOT NULL,
  order_id integer NOT NULL,
  line_no smallint NOT NULL,
  quantity integer NOT NULL,
  reason_code varchar(20) NOT NULL,
  restock char(1) DEFAULT 'Y' NOT NULL,
  CONSTRAINT return_line_pk PRIMARY KEY (return_id, order_id, line_no),
  CONSTRAINT return_line_return_fk FOREIGN KEY (return_id) REFERENCES return_request (id) ON DELETE CASCADE,
  CONSTRAINT return_line_order_line_fk FOREIGN KEY (order_id, line_no) REFERENCES order_line (order_id, line_no),
  CONSTRAINT return_line_reason_fk FOREIGN KEY (reason_code) REFERENCES return_reason (code),
  CONSTRAINT return_line_quantity_ck CHECK (quantity > 0),
  CONSTRAINT return_line_restock_ck CHECK (restock IN ('Y', 'N'))
);

CREATE INDEX return_line_order_line_ix ON return_line (order_id, line_no);
CREATE INDEX return_line_reason_ix ON return_line (reason_code);

INSERT INTO return_reason (code, label, sort_order) VALUES ('too-small', 'Too small', 10);
INSERT INTO return_reason (code, label, sort_order) VALUES ('too-large', 'Too large', 20);
INSERT INTO return_reason (code, label, sort_order) VALUES ('defect', 'Broken or faulty', 30);
INSERT INTO return_reason (code, label, sort_order) VALUES ('wrong', 'Not what was ordered', 40);
INSERT INTO return_reason (code, label, sort_order) VALUES ('no-reason', 'I''d rather not say', 90);

-- A refund says which return it is for.
ALTER TABLE refund ADD return_id integer;
CREATE INDEX refund_return_ix ON refund (return_id);
ALTER TABLE refund ADD CONSTRAINT refund_return_fk
  FOREIGN KEY (return_id) REFERENCES return_request (id) ON DELETE SET NULL;
