-- undo "add locales, and a customer's preferred one"

ALTER TABLE customer DROP COLUMN locale_code;
DROP TABLE locale;
