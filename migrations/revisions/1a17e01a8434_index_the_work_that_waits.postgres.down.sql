-- undo "index the work that waits"

-- limbeck: transaction off

DROP INDEX CONCURRENTLY review_pending_ix;
DROP INDEX CONCURRENTLY notification_due_ix;
DROP INDEX CONCURRENTLY sales_order_open_ix;
