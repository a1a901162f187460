-- Take default addresses from the customer's own
--
-- revision: b455d64f39a5
-- revises: 4ba818e712f5
-- created: 2026-08-11T09:37:00Z

-- The old foreign key let a customer have somebody else's address as the default.

UPDATE customer SET default_address_id = NULL
WHERE default_address_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM address a WHERE a.id = customer.default_address_id AND a.customer_id = customer.id);

ALTER TABLE customer DROP CONSTRAINT customer_default_address_fk;
ALTER TABLE address ADD CONSTRAINT address_owner_uq UNIQUE (id, customer_id);
ALTER TABLE customer ADD CONSTRAINT customer_default_address_fk
  FOREIGN KEY (default_address_id, id) REFERENCES address (id, customer_id);
