-- let an order be on hold
--
-- revision: a4d07b52a133
-- revises: 2ba1c63180d4
-- created: 2026-04-07T09:50:00Z

ALTER TABLE sales_order DROP CONSTRAINT sales_order_status_ck;
ALTER TABLE sales_order ADD CONSTRAINT sales_order_status_ck
    CHECK (status IN ('new', 'on-hold', 'paid', 'packed', 'shipped', 'delivered', 'cancelled'));
