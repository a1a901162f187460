-- undo "Make the sales channel a type of its own"

ALTER TABLE sales_order ALTER COLUMN channel DROP DEFAULT;
ALTER TABLE sales_order ALTER COLUMN channel TYPE varchar(20) USING channel::varchar(20);
ALTER TABLE sales_order ALTER COLUMN channel SET DEFAULT 'web';
ALTER TABLE sales_order ADD CONSTRAINT sales_order_channel_ck CHECK (channel IN ('web', 'phone', 'store'));

DROP TYPE order_channel;
