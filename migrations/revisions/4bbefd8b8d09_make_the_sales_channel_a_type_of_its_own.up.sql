-- Make the sales channel a type of its own
--
-- revision: 4bbefd8b8d09
-- revises: 1a17e01a8434
-- created: 2026-09-08T10:50:00Z
-- dialects: postgres

CREATE TYPE order_channel AS ENUM ('web', 'phone', 'store');
COMMENT ON TYPE order_channel IS 'how an order came in';

ALTER TABLE sales_order DROP CONSTRAINT sales_order_channel_ck;
ALTER TABLE sales_order ALTER COLUMN channel DROP DEFAULT;
ALTER TABLE sales_order ALTER COLUMN channel TYPE order_channel USING channel::order_channel;
ALTER TABLE sales_order ALTER COLUMN channel SET DEFAULT 'web';
