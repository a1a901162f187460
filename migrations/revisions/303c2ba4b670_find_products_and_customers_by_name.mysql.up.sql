-- find products and customers by name
--
-- revision: 303c2ba4b670
-- revises: 440578fafa5e
-- created: 2025-07-22T12:00:00Z

CREATE INDEX product_name_ix ON product (name);
CREATE INDEX customer_email_name_ix ON customer (email, last_name);
