-- index the work that waits
--
-- revision: 1a17e01a8434
-- revises: b455d64f39a5
-- created: 2026-08-25T12:12:00Z

CREATE INDEX sales_order_open_ix ON sales_order (status, placed_at);
CREATE INDEX notification_due_ix ON notification (state, send_after);
CREATE INDEX review_pending_ix ON review (status, created_at DESC, rating);
