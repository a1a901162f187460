-- Call wish lists what they are: saved lists
--
-- revision: 609ec299b321
-- revises: 7b59ac526b33
-- created: 2026-01-13T11:30:00Z

-- Customers keep shopping lists and gift ideas in them as well. Constraints follow the new name.

-- Primary keys have no names here; foreign keys and checks can't be renamed.

ALTER TABLE wish_list RENAME TO saved_list;
ALTER TABLE saved_list RENAME INDEX wish_list_name_uq TO saved_list_name_uq;
ALTER TABLE saved_list DROP CONSTRAINT wish_list_customer_fk;
ALTER TABLE saved_list ADD CONSTRAINT saved_list_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE;
ALTER TABLE saved_list DROP CONSTRAINT wish_list_visibility_ck;
ALTER TABLE saved_list ADD CONSTRAINT saved_list_visibility_ck CHECK (visibility IN ('private', 'link', 'public'));
ALTER TABLE saved_list ALTER COLUMN name SET DEFAULT 'My list';

ALTER TABLE wish_list_item RENAME TO saved_list_item;
ALTER TABLE saved_list_item DROP CONSTRAINT wish_list_item_list_fk;
ALTER TABLE saved_list_item DROP CONSTRAINT wish_list_item_variant_fk;
ALTER TABLE saved_list_item RENAME COLUMN wish_list_id TO saved_list_id;
ALTER TABLE saved_list_item RENAME INDEX wish_list_item_variant_ix TO saved_list_item_variant_ix;
ALTER TABLE saved_list_item ADD CONSTRAINT saved_list_item_list_fk FOREIGN KEY (saved_list_id) REFERENCES saved_list (id) ON DELETE CASCADE;
ALTER TABLE saved_list_item ADD CONSTRAINT saved_list_item_variant_fk FOREIGN KEY (variant_id) REFERENCES product_variant (id) ON DELETE CASCADE;
