-- undo "number orders from a sequence"

DROP SEQUENCE pick_list_seq;

ALTER TABLE sales_order ALTER COLUMN order_number DROP DEFAULT;

DROP SEQUENCE order_number_seq;
