-- Add suppliers and purchase orders
--
-- revision: 7dda64491c4b
-- revises: d2a7b6327133
-- created: 2025-04-09T16:27:00Z

CREATE TABLE supplier (
  id integer NOT NULL,
  code varchar(20) NOT NULL,
  name varchar(120) NOT NULL,
  country_code char(2) NOT NULL,
  contact_email varchar(254),
  payment_days smallint DEFAULT 30 NOT NULL,
  lead_time varchar(10),
  fax_number varchar(32),
  CONSTRAINT supplier_pk PRIMARY KEY (id),
  CONSTRAINT supplier_code_uq UNIQUE (code),
  CONSTRAINT supplier_country_fk FOREIGN KEY (country_code) REFERENCES country (code),
  CONSTRAINT supplier_payment_days_ck CHECK (payment_days IN (0, 14, 30, 60, 90))
);

CREATE INDEX supplier_country_ix ON supplier (country_code);

-- What a supplier calls one of our variants, and asks for it.
CREATE TABLE supplier_variant (
  supplier_id integer NOT NULL,
  variant_id integer NOT NULL,
  supplier_sku varchar(60) NOT NULL,
  cost numeric(12,4) NOT NULL,
  currency_code char(3) NOT NULL,
  pack_size integer DEFAULT 1 NOT NULL,
  CONSTRAINT supplier_variant_pk PRIMARY KEY (supplier_id, variant_id),
  CONSTRAINT supplier_variant_sku_uq UNIQUE (supplier_id, supplier_sku),
  CONSTRAINT supplier_variant_supplier_fk FOREIGN KEY (supplier_id) REFERENCES supplier (id) ON DELETE CASCADE,
  CONSTRAINT supplier_variant_variant_fk FOREIGN KEY (variant_id) REFERENCES product_variant (id) ON DELETE CASCADE,
  CONSTRAINT supplier_variant_currency_fk FOREIGN KEY (currency_code) REFERENCES currency (code),
  CONSTRAINT supplier_variant_pack_ck CHECK (pack_size > 0)
);

CREATE INDEX supplier_variant_variant_ix ON supplier_variant (variant_id);
CREATE INDEX supplier_variant_currency_ix ON supplier_variant (currency_code);

CREATE TABLE purchase_order (
  id integer NOT NULL,
  po_number varchar(20) NOT NULL,
  supplier_id integer NOT NULL,
  status varchar(20) DEFAULT 'draft' NOT NULL,
  ordered_on date,
  expected_on date,
  note varchar(1000),
  CONSTRAINT purchase_order_pk PRIMARY KEY (id),
  CONSTRAINT purchase_order_number_uq UNIQUE (po_number),
  CONSTRAINT purchase_order_supplier_fk FOREIGN KEY (supplier_id) REFERENCES supplier (id),
  CONSTRAINT purchase_order_status_ck CHECK (status IN ('draft', 'sent', 'confirmed', 'received', 'cancelled')),
  CONSTRAINT purchase_order_sent_ck CHECK (status = 'draft' OR ordered_on IS NOT NULL)
);

CREATE INDEX purchase_order_supplier_ix ON purchase_order (supplier_id, ordered_on DESC);

CREATE TABLE purchase_order_line (
  purchase_order_id integer NOT NULL,
  line_no smallint NOT NULL,
  variant_id integer NOT NULL,
  quantity integer NOT NULL,
  received_quantity integer DEFAULT 0 NOT NULL,
  unit_cost numeric(12,4) NOT NULL,
  CONSTRAINT purchase_order_line_pk PRIMARY KEY (purchase_order_id, line_no),
  CONSTRAINT purchase_order_line_order_fk FOREIGN KEY (purchase_order_id) REFERENCES purchase_order (id) ON DELETE CASCADE,
  CONSTRAINT purchase_order_line_variant_fk FOREIGN KEY (variant_id) REFERENCES product_variant (id),
  CONSTRAINT purchase_order_line_quantity_ck CHECK (quantity > 0),
  CONSTRAINT purchase_order_line_received_ck CHECK (received_quantity BETWEEN 0 AND quantity)
);

CREATE INDEX purchase_order_line_variant_ix ON purchase_order_line (variant_id);
