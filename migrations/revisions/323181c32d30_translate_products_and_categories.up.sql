-- Translate products and categories
--
-- revision: 323181c32d30
-- revises: 938d37a3d7b7
-- created: 2026-07-14T10:28:00Z

CREATE TABLE product_translation (
  product_id integer NOT NULL,
  locale_code varchar(10) NOT NULL,
  name varchar(200) NOT NULL,
  short_text varchar(500),
  description varchar(4000),
  CONSTRAINT product_translation_pk PRIMARY KEY (product_id, locale_code),
  CONSTRAINT product_translation_product_fk FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE,
  CONSTRAINT product_translation_locale_fk FOREIGN KEY (locale_code) REFERENCES locale (code)
);

CREATE INDEX product_translation_locale_ix ON product_translation (locale_code, name);

CREATE TABLE category_translation (
  category_id integer NOT NULL,
  locale_code varchar(10) NOT NULL,
  name varchar(120) NOT NULL,
  CONSTRAINT category_translation_pk PRIMARY KEY (category_id, locale_code),
  CONSTRAINT category_translation_category_fk FOREIGN KEY (category_id) REFERENCES category (id) ON DELETE CASCADE,
  CONSTRAINT category_translation_locale_fk FOREIGN KEY (locale_code) REFERENCES locale (code)
);

CREATE INDEX category_translation_locale_ix ON category_translation (locale_code);

INSERT INTO category_translation (category_id, locale_code, name) VALUES (1, 'de', 'Bekleidung');
INSERT INTO category_translation (category_id, locale_code, name) VALUES (2, 'de', 'Schuhe');
INSERT INTO category_translation (category_id, locale_code, name) VALUES (1, 'cs', 'Oblečení');
INSERT INTO category_translation (category_id, locale_code, name) VALUES (1, 'ja', '衣類');
