-- undo "tax products by category and country"

-- The index goes with its column.
ALTER TABLE product DROP CONSTRAINT product_tax_category_fk;
ALTER TABLE product DROP COLUMN tax_category_code;

DROP TABLE tax_rate;
DROP TABLE tax_category;
