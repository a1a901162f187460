-- undo "Allow longer product names"

-- Names of more than 120 characters must be shortened first.
ALTER TABLE product_variant MODIFY name varchar(120) NOT NULL;
ALTER TABLE product MODIFY name varchar(120) NOT NULL;
