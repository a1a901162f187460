-- Allow longer product names
--
-- revision: dc1b2af36ac1
-- revises: 08e35b3cf515
-- created: 2026-03-03T09:25:00Z

ALTER TABLE product MODIFY name varchar(200) NOT NULL;
ALTER TABLE product_variant MODIFY name varchar(200) NOT NULL;
