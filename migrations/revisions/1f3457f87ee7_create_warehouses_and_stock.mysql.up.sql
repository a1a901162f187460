-- create warehouses and stock
--
-- revision: 1f3457f87ee7
-- revises: 7dda64491c4b
-- created: 2025-04-24T12:14:00Z

CREATE TABLE warehouse (
    id           integer      NOT NULL,
    code         varchar(10)  NOT NULL,
    name         varchar(80)  NOT NULL,
    country_code char(2)      NOT NULL,
    latitude     numeric(9,6),
    longitude    numeric(9,6),
    priority     smallint     DEFAULT 100 NOT NULL,
    CONSTRAINT warehouse_pk PRIMARY KEY (id),
    CONSTRAINT warehouse_code_uq UNIQUE (code),
    CONSTRAINT warehouse_country_fk FOREIGN KEY (country_code) REFERENCES country (code),
    CONSTRAINT warehouse_latitude_ck CHECK (latitude BETWEEN -90 AND 90),
    CONSTRAINT warehouse_longitude_ck CHECK (longitude BETWEEN -180 AND 180)
);

CREATE INDEX warehouse_country_ix ON warehouse (country_code);

-- reorder_point -1: never order again.
CREATE TABLE stock_level (
    warehouse_id  integer   NOT NULL,
    variant_id    integer   NOT NULL,
    on_hand       integer   DEFAULT 0 NOT NULL,
    reserved      integer   DEFAULT 0 NOT NULL,
    reorder_point integer   DEFAULT -1 NOT NULL,
    counted_at    timestamp,
    CONSTRAINT stock_level_pk PRIMARY KEY (warehouse_id, variant_id),
    CONSTRAINT stock_level_warehouse_fk FOREIGN KEY (warehouse_id) REFERENCES warehouse (id),
    CONSTRAINT stock_level_variant_fk FOREIGN KEY (variant_id) REFERENCES product_variant (id),
    CONSTRAINT stock_level_on_hand_ck CHECK (on_hand >= 0),
    CONSTRAINT stock_level_reserved_ck CHECK (reserved >= 0 AND reserved <= on_hand)
);

CREATE INDEX stock_level_variant_ix ON stock_level (variant_id);

-- Why a level is what it is. Rows are only ever added.
CREATE TABLE stock_movement (
    id           integer     NOT NULL AUTO_INCREMENT,
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

INSERT INTO warehouse (id, code, name, country_code, latitude, longitude, priority)
VALUES (1, 'LNZ', 'Linz', 'AT', 48.306940, 14.285830, 10);
INSERT INTO warehouse (id, code, name, country_code) VALUES (2, 'LYS', 'Lyon', 'FR');
