-- undo "Call wish lists what they are: saved lists"

ALTER TABLE saved_list RENAME TO wish_list;
ALTER TABLE wish_list RENAME INDEX saved_list_name_uq TO wish_list_name_uq;
ALTER TABLE wish_list DROP CONSTRAINT saved_list_customer_fk;
ALTER TABLE wish_list ADD CONSTRAINT wish_list_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE;
ALTER TABLE wish_list DROP CONSTRAINT saved_list_visibility_ck;
ALTER TABLE wish_list ADD CONSTRAINT wish_list_visibility_ck CHECK (visibility IN ('private', 'link', 'public'));
ALTER TABLE wish_list ALTER COLUMN name SET DEFAULT 'Wish list';

ALTER TABLE saved_list_item RENAME TO wish_list_item;
ALTER TABLE wish_list_item DROP CONSTRAINT saved_list_item_list_fk;
ALTER TABLE wish_list_item DROP CONSTRAINT saved_list_item_variant_fk;
ALTER TABLE wish_list_item RENAME COLUMN saved_list_id TO wish_list_id;
ALTER TABLE wish_list_item RENAME INDEX saved_list_item_variant_ix TO wish_list_item_variant_ix;
ALTER TABLE wish_list_item ADD CONSTRAINT wish_list_item_list_fk FOREIGN KEY (wish_list_id) REFERENCES wish_list (id) ON DELETE CASCADE;
ALTER TABLE wish_list_item ADD CONSTRAINT wish_list_item_variant_fk FOREIGN KEY (variant_id) REFERENCES product_variant (id) ON DELETE CASCADE;
