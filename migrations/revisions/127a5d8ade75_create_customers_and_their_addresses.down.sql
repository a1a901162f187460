-- undo "create customers and their addresses"

ALTER TABLE customer DROP CONSTRAINT customer_default_address_fk;
DROP TABLE address;
DROP TABLE customer;
