-- index the work that waits
--
-- revision: 1a17e01a8434
-- revises: b455d64f39a5
-- created: 2026-08-25T12:12:00Z

-- limbeck: transaction off

-- Partial: they hold what waits, and stay small however much is done.
CREATE INDEX CONCURRENTLY sales_order_open_ix ON sales_order (placed_at)
    INCLUDE (customer_id, grand_total) WHERE status IN ('new', 'paid', 'packed');
CREATE INDEX CONCURRENTLY notification_due_ix ON notification (send_after) WHERE state = 'queued';
CREATE INDEX CONCURRENTLY review_pending_ix ON review (created_at DESC NULLS LAST, rating)
    WHERE status = 'pending' AND is_verified;
