-- undo "sell through partner shops"

-- Orders of partner shops become orders from the web.
UPDATE sales_order SET channel = 'web' WHERE channel = 'partner';

ALTER TABLE sales_order DROP CONSTRAINT sales_order_channel_ck;
ALTER TABLE sales_order ADD CONSTRAINT sales_order_channel_ck CHECK (channel IN ('web', 'phone', 'store'));
