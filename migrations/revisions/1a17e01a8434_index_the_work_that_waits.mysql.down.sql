-- undo "index the work that waits"

DROP INDEX review_pending_ix ON review;
DROP INDEX notification_due_ix ON notification;
DROP INDEX sales_order_open_ix ON sales_order;
