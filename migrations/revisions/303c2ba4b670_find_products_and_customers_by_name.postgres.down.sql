-- undo "find products and customers by name"

-- limbeck: transaction off

DROP INDEX CONCURRENTLY customer_email_lower_ix;
DROP INDEX CONCURRENTLY product_name_ix;
