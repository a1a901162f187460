-- undo "let an order be on hold"

-- The status before the hold is not known: such orders start over.
UPDATE sales_order SET status = 'new' WHERE status = 'on-hold';

ALTER TABLE sales_order DROP CONSTRAINT sales_order_status_ck;
ALTER TABLE sales_order ADD CONSTRAINT sales_order_status_ck
    CHECK (status IN ('new', 'paid', 'packed', 'shipped', 'delivered', 'cancelled'));
