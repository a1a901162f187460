-- undo "Translate products and categories"

DROP TABLE category_translation;
DROP TABLE product_translation;
