-- Indexes for searching, whatever the case, and partial ones for queues: they hold what waits, and
-- stay small however much is done.

CREATE INDEX product_name_ix ON product (lower(name) varchar_pattern_ops);
CREATE UNIQUE INDEX customer_email_lower_ix ON customer (lower(email)) INCLUDE (last_name);

CREATE INDEX sales_order_open_ix ON sales_order (placed_at)
    INCLUDE (customer_id, grand_total) WHERE status IN ('new', 'paid', 'packed');
CREATE INDEX notification_due_ix ON notification (send_after) WHERE state = 'queued';
CREATE INDEX review_pending_ix ON review (created_at DESC NULLS LAST, rating)
    WHERE status = 'pending' AND is_verified;
