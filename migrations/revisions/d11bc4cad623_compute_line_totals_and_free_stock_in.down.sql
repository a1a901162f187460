-- undo "Compute line totals and free stock in the database"

DROP VIEW stock_overview;
ALTER TABLE stock_level DROP COLUMN available;
ALTER TABLE order_line DROP COLUMN line_total;
