-- undo "search products by full text"

ALTER TABLE product DROP COLUMN search_vector;
