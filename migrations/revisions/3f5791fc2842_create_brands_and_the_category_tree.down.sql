-- undo "create brands and the category tree"

DROP TABLE category;
DROP TABLE brand;
