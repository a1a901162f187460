-- undo "Call wish lists what they are: saved lists"

ALTER INDEX saved_list_item_variant_ix RENAME TO wish_list_item_variant_ix;
ALTER TABLE saved_list_item RENAME CONSTRAINT saved_list_item_variant_fk TO wish_list_item_variant_fk;
ALTER TABLE saved_list_item RENAME CONSTRAINT saved_list_item_list_fk TO wish_list_item_list_fk;
ALTER TABLE saved_list_item RENAME CONSTRAINT saved_list_item_pk TO wish_list_item_pk;
ALTER TABLE saved_list_item RENAME COLUMN saved_list_id TO wish_list_id;
ALTER TABLE saved_list_item RENAME TO wish_list_item;

ALTER TABLE saved_list ALTER COLUMN name SET DEFAULT 'Wish list';
ALTER TABLE saved_list RENAME CONSTRAINT saved_list_visibility_ck TO wish_list_visibility_ck;
ALTER TABLE saved_list RENAME CONSTRAINT saved_list_customer_fk TO wish_list_customer_fk;
ALTER TABLE saved_list RENAME CONSTRAINT saved_list_name_uq TO wish_list_name_uq;
ALTER TABLE saved_list RENAME CONSTRAINT saved_list_pk TO wish_list_pk;
ALTER TABLE saved_list RENAME TO wish_list;
