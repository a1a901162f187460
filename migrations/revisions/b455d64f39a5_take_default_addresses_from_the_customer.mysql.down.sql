-- undo "Take default addresses from the customer's own"

ALTER TABLE customer DROP CONSTRAINT customer_default_address_fk;
-- The foreign key made it and leaves it behind.
DROP INDEX customer_default_address_fk ON customer;
ALTER TABLE address DROP CONSTRAINT address_owner_uq;
ALTER TABLE customer ADD CONSTRAINT customer_default_address_fk
  FOREIGN KEY (default_address_id) REFERENCES address (id) ON DELETE SET NULL;
