-- Indexes for searching and for queues; other databases have better ones for the same queries.

CREATE INDEX product_name_ix ON product (name);
CREATE INDEX customer_email_name_ix ON customer (email, last_name);

CREATE INDEX sales_order_open_ix ON sales_order (status, placed_at);
CREATE INDEX notification_due_ix ON notification (state, send_after);
CREATE INDEX review_pending_ix ON review (status, created_at DESC, rating);
