CREATE TABLE order_line (
    order_id     integer       NOT NULL,
    line_no      smallint      NOT NULL,
    variant_id   integer       NOT NULL,
    product_name varchar(250)  NOT NULL,
    quantity     integer       NOT NULL,
    unit_price   numeric(12,2) NOT NULL,
    discount     numeric(12,2) DEFAULT 0 NOT NULL,
    tax_rate     numeric(5,4)  DEFAULT 0.2 NOT NULL,
    line_total   numeric(14,2) GENERATED ALWAYS AS (quantity * unit_price - discount) STORED,
    CONSTRAINT order_line_pk PRIMARY KEY (order_id, line_no),
    CONSTRAINT order_line_order_fk FOREIGN KEY (order_id) REFERENCES sales_order (id) ON DELETE CASCADE,
    CONSTRAINT order_line_variant_fk FOREIGN KEY (variant_id) REFERENCES product_variant (id),
    CONSTRAINT order_line_quantity_ck CHECK (quantity > 0),
    CONSTRAINT order_line_discount_ck CHECK (discount >= 0 AND discount <= quantity * unit_price),
    CONSTRAINT order_line_tax_rate_ck CHECK (tax_rate >= 0 AND tax_rate < 1)
);

CREATE INDEX order_line_variant_ix ON order_line (variant_id);
