-- number orders from a sequence
--
-- revision: cdfc2c1a01c1
-- revises: 5f422e40e005
-- created: 2025-05-16T08:31:00Z
-- dialects: h2, postgres, mariadb, oracle

CREATE SEQUENCE order_number_seq START WITH 100001 INCREMENT BY 1 CACHE 20;

ALTER TABLE sales_order ALTER COLUMN order_number SET DEFAULT nextval('order_number_seq');

-- Pick lists are thrown away after the day, so their numbers may come round again.
CREATE SEQUENCE pick_list_seq START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 99999 CYCLE;
