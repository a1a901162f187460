-- undo "index the work that waits"

DROP INDEX review_pending_ix;
DROP INDEX notification_due_ix;
DROP INDEX sales_order_open_ix;
