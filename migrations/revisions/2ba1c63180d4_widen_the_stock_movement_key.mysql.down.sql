-- undo "Widen the stock movement key"

ALTER TABLE stock_movement MODIFY id integer NOT NULL AUTO_INCREMENT;
