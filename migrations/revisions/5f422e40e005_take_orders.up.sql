-- Take orders
--
-- revision: 5f422e40e005
-- revises: 0c2120b667e9
-- created: 2025-05-15T10:10:00Z

-- An order keeps its own copy of names, prices and addresses: what was agreed must not change
-- when the catalogue or the customer's address book does.

CREATE TABLE sales_order (
  id integer NOT NULL,
  order_number integer NOT NULL,
  customer_id integer NOT NULL,
  cart_id integer,
  channel varchar(20) DEFAULT 'web' NOT NULL,
  status varchar(20) DEFAULT 'new' NOT NULL,
  currency_code char(3) NOT NULL,
  placed_at timestamp DEFAULT CURRENT_TIMESTAMP NOT NULL,
  items_total numeric(10,2) DEFAULT 0 NOT NULL,
  shipping_total numeric(10,2) DEFAULT 0 NOT NULL,
  tax_total numeric(10,2) DEFAULT 0 NOT NULL,
  discount_total numeric(10,2) DEFAULT 0 NOT NULL,
  grand_total numeric(10,2) DEFAULT 0 NOT NULL,
  customer_note varchar(1000),
  updated_at timestamp DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT sales_order_pk PRIMARY KEY (id),
  CONSTRAINT sales_order_number_uq UNIQUE (order_number),
  CONSTRAINT sales_order_cart_uq UNIQUE (cart_id),
  CONSTRAINT sales_order_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id),
  CONSTRAINT sales_order_cart_fk FOREIGN KEY (cart_id) REFERENCES cart (id) ON DELETE SET NULL,
  CONSTRAINT sales_order_currency_fk FOREIGN KEY (currency_code) REFERENCES currency (code),
  CONSTRAINT sales_order_channel_ck CHECK (channel IN ('web', 'phone', 'store')),
  CONSTRAINT sales_order_status_ck CHECK (status IN ('new', 'paid', 'packed', 'shipped', 'delivered', 'cancelled')),
  CONSTRAINT sales_order_total_ck CHECK (grand_total = items_total + shipping_total + tax_total - discount_total)
);

CREATE INDEX sales_order_customer_ix ON sales_order (customer_id, placed_at DESC);
CREATE INDEX sales_order_currency_ix ON sales_order (currency_code);

CREATE TABLE order_line (
  order_id integer NOT NULL,
  line_no smallint NOT NULL,
  variant_id integer NOT NULL,
  product_name varchar(250) NOT NULL,
  quantity integer NOT NULL,
  unit_price numeric(12,2) NOT NULL,
  discount numeric(12,2) DEFAULT 0 NOT NULL,
  tax_rate numeric(5,4) DEFAULT 0.2 NOT NULL,
  CONSTRAINT order_line_pk PRIMARY KEY (order_id, line_no),
  CONSTRAINT order_line_order_fk FOREIGN KEY (order_id) REFERENCES sales_order (id) ON DELETE CASCADE,
  CONSTRAINT order_line_variant_fk FOREIGN KEY (variant_id) REFERENCES product_variant (id),
  CONSTRAINT order_line_quantity_ck CHECK (quantity > 0),
  CONSTRAINT order_line_discount_ck CHECK (discount >= 0 AND discount <= quantity * unit_price),
  CONSTRAINT order_line_tax_rate_ck CHECK (tax_rate >= 0 AND tax_rate < 1)
);

CREATE INDEX order_line_variant_ix ON order_line (variant_id);

CREATE TABLE order_address (
  order_id integer NOT NULL,
  purpose varchar(10) NOT NULL,
  recipient varchar(160) NOT NULL,
  street varchar(160) NOT NULL,
  street_extra varchar(160),
  postal_code varchar(16),
  city varchar(100) NOT NULL,
  region varchar(100),
  country_code char(2) NOT NULL,
  CONSTRAINT order_address_pk PRIMARY KEY (order_id, purpose),
  CONSTRAINT order_address_order_fk FOREIGN KEY (order_id) REFERENCES sales_order (id) ON DELETE CASCADE,
  CONSTRAINT order_address_country_fk FOREIGN KEY (country_code) REFERENCES country (code),
  CONSTRAINT order_address_purpose_ck CHECK (purpose IN ('billing', 'shipping'))
);

CREATE INDEX order_address_country_ix ON order_address (country_code);

CREATE TABLE order_status_change (
  order_id integer NOT NULL,
  changed_at timestamp DEFAULT CURRENT_TIMESTAMP NOT NULL,
  status varchar(20) NOT NULL,
  staff_id integer,
  remark varchar(500),
  CONSTRAINT order_status_change_pk PRIMARY KEY (order_id, changed_at, status),
  CONSTRAINT order_status_change_order_fk FOREIGN KEY (order_id) REFERENCES sales_order (id) ON DELETE CASCADE,
  CONSTRAINT order_status_change_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member (id) ON DELETE SET NULL
);

CREATE INDEX order_status_change_staff_ix ON order_status_change (staff_id);
