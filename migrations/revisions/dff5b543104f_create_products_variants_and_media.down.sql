-- undo "create products, variants and media"

DROP TABLE related_product;
DROP TABLE product_media;
DROP TABLE media_asset;
DROP TABLE product_category;
DROP TABLE product_variant;
DROP TABLE product;
