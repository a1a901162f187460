-- What lies where, and why.

-- reorder_point -1: never order again.
CREATE TABLE stock_level (
    warehouse_id  integer   NOT NULL,
    variant_id    integer   NOT NULL,
    on_hand       integer   DEFAULT 0 NOT NULL,
    reserved      integer   DEFAULT 0 NOT NULL,
    reorder_point integer   DEFAULT -1 NOT NULL,
    counted_at    timestamp,
    available     integer   GENERATED ALWAYS AS (on_hand - reserved),
    CONSTRAINT stock_level_pk PRIMARY KEY (warehouse_id, variant_id),
    CONSTRAINT stock_level_warehouse_fk FOREIGN KEY (warehouse_id) REFERENCES warehouse (id),
    CONSTRAINT stock_level_variant_fk FOREIGN KEY (variant_id) REFERENCES product_variant (id),
    CONSTRAINT stock_level_on_hand_ck CHECK (on_hand >= 0),
    CONSTRAINT stock_level_reserved_ck CHECK (reserved >= 0 AND reserved <= on_hand)
);

CREATE INDEX stock_level_variant_ix ON stock_level (variant_id);
