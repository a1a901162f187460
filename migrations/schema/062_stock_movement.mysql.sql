-- Why a level is what it is. Rows are only ever added.

CREATE TABLE stock_movement (
    id           bigint      NOT NULL AUTO_INCREMENT,
    warehouse_id integer     NOT NULL,
    variant_id   integer     NOT NULL,
    quantity     integer     NOT NULL,
    reason       varchar(20) NOT NULL,
    reference    varchar(60),
    moved_at     timestamp   DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT stock_movement_pk PRIMARY KEY (id),
    CONSTRAINT stock_movement_level_fk FOREIGN KEY (warehouse_id, variant_id)
        REFERENCES stock_level (warehouse_id, variant_id),
    CONSTRAINT stock_movement_quantity_ck CHECK (quantity <> 0),
    CONSTRAINT stock_movement_reason_ck CHECK (reason IN ('receipt', 'sale', 'return', 'count', 'transfer', 'loss'))
);

CREATE INDEX stock_movement_level_ix ON stock_movement (warehouse_id, variant_id, moved_at DESC);
CREATE INDEX stock_movement_reference_ix ON stock_movement (reference);
