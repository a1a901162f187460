-- Ship orders in parcels
--
-- revision: a2629e0e9964
-- revises: 6df33b471cc9
-- created: 2025-06-11T13:20:00Z

CREATE TABLE carrier (
  code varchar(20) NOT NULL,
  name varchar(80) NOT NULL,
  tracking_url varchar(255),
  CONSTRAINT carrier_pk PRIMARY KEY (code)
);

CREATE TABLE carrier_service (
  carrier_code varchar(20) NOT NULL,
  service_code varchar(20) NOT NULL,
  name varchar(80) NOT NULL,
  delivery_days smallint DEFAULT 3 NOT NULL,
  max_weight_kg numeric(6,2) NOT NULL,
  CONSTRAINT carrier_service_pk PRIMARY KEY (carrier_code, service_code),
  CONSTRAINT carrier_service_carrier_fk FOREIGN KEY (carrier_code) REFERENCES carrier (code) ON DELETE CASCADE,
  CONSTRAINT carrier_service_days_ck CHECK (delivery_days BETWEEN 0 AND 60),
  CONSTRAINT carrier_service_weight_ck CHECK (max_weight_kg > 0)
);

CREATE TABLE shipment (
  id integer NOT NULL,
  order_id integer NOT NULL,
  warehouse_id integer NOT NULL,
  carrier_code varchar(20) NOT NULL,
  service_code varchar(20) NOT NULL,
  status varchar(20) DEFAULT 'planned' NOT NULL,
  shipped_at timestamp,
  delivered_at timestamp,
  CONSTRAINT shipment_pk PRIMARY KEY (id),
  CONSTRAINT shipment_order_fk FOREIGN KEY (order_id) REFERENCES sales_order (id),
  CONSTRAINT shipment_warehouse_fk FOREIGN KEY (warehouse_id) REFERENCES warehouse (id),
  CONSTRAINT shipment_service_fk FOREIGN KEY (carrier_code, service_code)
    REFERENCES carrier_service (carrier_code, service_code),
  CONSTRAINT shipment_status_ck CHECK (status IN ('planned', 'handed-over', 'in-transit', 'delivered', 'lost')),
  CONSTRAINT shipment_times_ck CHECK (delivered_at IS NULL OR (shipped_at IS NOT NULL AND delivered_at >= shipped_at))
);

CREATE INDEX shipment_order_ix ON shipment (order_id);
CREATE INDEX shipment_warehouse_ix ON shipment (warehouse_id, status, shipped_at DESC);
CREATE INDEX shipment_service_ix ON shipment (carrier_code, service_code);

CREATE TABLE parcel (
  id integer NOT NULL,
  shipment_id integer NOT NULL,
  tracking_number varchar(60),
  weight_grams integer NOT NULL,
  length_mm smallint,
  width_mm smallint,
  height_mm smallint,
  CONSTRAINT parcel_pk PRIMARY KEY (id),
  CONSTRAINT parcel_shipment_fk FOREIGN KEY (shipment_id) REFERENCES shipment (id) ON DELETE CASCADE,
  CONSTRAINT parcel_weight_ck CHECK (weight_grams > 0)
);

CREATE UNIQUE INDEX parcel_tracking_ix ON parcel (tracking_number);
CREATE INDEX parcel_shipment_ix ON parcel (shipment_id);

CREATE TABLE parcel_line (
  parcel_id integer NOT NULL,
  order_id integer NOT NULL,
  line_no smallint NOT NULL,
  quantity integer NOT NULL,
  CONSTRAINT parcel_line_pk PRIMARY KEY (parcel_id, order_id, line_no),
  CONSTRAINT parcel_line_parcel_fk FOREIGN KEY (parcel_id) REFERENCES parcel (id) ON DELETE CASCADE,
  CONSTRAINT parcel_line_order_line_fk FOREIGN KEY (order_id, line_no) REFERENCES order_line (order_id, line_no),
  CONSTRAINT parcel_line_quantity_ck CHECK (quantity > 0)
);

CREATE INDEX parcel_line_order_line_ix ON parcel_line (order_id, line_no);

INSERT INTO carrier (code, name, tracking_url) VALUES ('alpine', 'Alpine Post', 'https://track.alpine.example/{number}');
INSERT INTO carrier (code, name, tracking_url) VALUES ('rapid', 'Rapid Parcel', 'https://rapid.example/t?n={number};lang=en');
INSERT INTO carrier (code, name) VALUES ('bike', 'City Bike Couriers');

INSERT INTO carrier_service (carrier_code, service_code, name, delivery_days, max_weight_kg)
VALUES ('alpine', 'standard', 'Parcel', 3, 31.50);
INSERT INTO carrier_service (carrier_code, service_code, name, delivery_days, max_weight_kg)
VALUES ('alpine', 'letter', 'Tracked letter', 2, 2.00);
INSERT INTO carrier_service (carrier_code, service_code, name, delivery_days, max_weight_kg)
VALUES ('rapid', 'express', 'Next day', 1, 20.00);
INSERT INTO carrier_service (carrier_code, service_code, name, delivery_days, max_weight_kg)
VALUES ('bike', 'evening', 'This evening', 0, 12.25);
