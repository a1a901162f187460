-- undo "sell through partner shops"

-- Orders of partner shops become orders from the web.
UPDATE sales_order SET channel = 'web' WHERE channel = 'partner';

-- A value can't be taken out of an enum: the type is made anew.
ALTER TYPE order_channel RENAME TO order_channel_before;
CREATE TYPE order_channel AS ENUM ('web', 'phone', 'store');
COMMENT ON TYPE order_channel IS 'how an order came in';
ALTER TABLE sales_order ALTER COLUMN channel DROP DEFAULT;
ALTER TABLE sales_order ALTER COLUMN channel TYPE order_channel USING channel::text::order_channel;
ALTER TABLE sales_order ALTER COLUMN channel SET DEFAULT 'web';
DROP TYPE order_channel_before;
