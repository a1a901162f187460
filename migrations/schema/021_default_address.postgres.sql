-- The other half of the pair: the default address is one of the customer's own.
-- Deferred, so that the two can be written in any order.

ALTER TABLE customer ADD CONSTRAINT customer_default_address_fk
    FOREIGN KEY (default_address_id, id) REFERENCES address (id, customer_id)
    DEFERRABLE INITIALLY DEFERRED;
