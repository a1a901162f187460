-- undo "Widen the stock movement key"

ALTER TABLE stock_movement ALTER COLUMN id SET MAXVALUE 2147483647;
ALTER TABLE stock_movement ALTER COLUMN id SET DATA TYPE integer;
