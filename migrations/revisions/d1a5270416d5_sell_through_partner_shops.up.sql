-- sell through partner shops
--
-- revision: d1a5270416d5
-- revises: 4bbefd8b8d09
-- created: 2026-09-22T08:40:00Z

ALTER TABLE sales_order DROP CONSTRAINT sales_order_channel_ck;
ALTER TABLE sales_order ADD CONSTRAINT sales_order_channel_ck CHECK (channel IN ('web', 'phone', 'partner', 'store'));
