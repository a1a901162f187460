-- undo "find products and customers by name"

DROP INDEX customer_email_name_ix ON customer;
DROP INDEX product_name_ix ON product;
