-- find products and customers by name
--
-- revision: 303c2ba4b670
-- revises: 440578fafa5e
-- created: 2025-07-22T12:00:00Z

-- limbeck: transaction off

-- The tables are live: built CONCURRENTLY, the indexes block nobody.
CREATE INDEX CONCURRENTLY product_name_ix ON product (lower(name) varchar_pattern_ops);
CREATE UNIQUE INDEX CONCURRENTLY customer_email_lower_ix ON customer (lower(email)) INCLUDE (last_name);
