-- undo "Allow longer product names"

-- Names of more than 120 characters must be shortened first.
ALTER TABLE product_variant ALTER COLUMN name SET DATA TYPE varchar(120);
ALTER TABLE product ALTER COLUMN name SET DATA TYPE varchar(120);
