-- Call wish lists what they are: saved lists
--
-- revision: 609ec299b321
-- revises: 7b59ac526b33
-- created: 2026-01-13T11:30:00Z

-- Customers keep shopping lists and gift ideas in them as well. Constraints follow the new name.

ALTER TABLE wish_list RENAME TO saved_list;
ALTER TABLE saved_list RENAME CONSTRAINT wish_list_pk TO saved_list_pk;
ALTER TABLE saved_list RENAME CONSTRAINT wish_list_name_uq TO saved_list_name_uq;
ALTER TABLE saved_list RENAME CONSTRAINT wish_list_customer_fk TO saved_list_customer_fk;
ALTER TABLE saved_list RENAME CONSTRAINT wish_list_visibility_ck TO saved_list_visibility_ck;
ALTER TABLE saved_list ALTER COLUMN name SET DEFAULT 'My list';

ALTER TABLE wish_list_item RENAME TO saved_list_item;
ALTER TABLE saved_list_item RENAME COLUMN wish_list_id TO saved_list_id;
ALTER TABLE saved_list_item RENAME CONSTRAINT wish_list_item_pk TO saved_list_item_pk;
ALTER TABLE saved_list_item RENAME CONSTRAINT wish_list_item_list_fk TO saved_list_item_list_fk;
ALTER TABLE saved_list_item RENAME CONSTRAINT wish_list_item_variant_fk TO saved_list_item_variant_fk;
ALTER INDEX wish_list_item_variant_ix RENAME TO saved_list_item_variant_ix;
