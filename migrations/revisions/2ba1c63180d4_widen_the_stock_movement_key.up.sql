-- Widen the stock movement key
--
-- revision: 2ba1c63180d4
-- revises: 399d0d33734c
-- created: 2026-03-24T14:00:00Z

-- PostgreSQL lifts the identity's limit along with the type, H2 has to be told.
ALTER TABLE stock_movement ALTER COLUMN id SET DATA TYPE bigint;
ALTER TABLE stock_movement ALTER COLUMN id SET NO MAXVALUE;
