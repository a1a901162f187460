-- undo "require the preferred locale"

ALTER TABLE customer DROP CONSTRAINT customer_locale_fk;
DROP INDEX customer_locale_ix;
ALTER TABLE customer ALTER COLUMN locale_code DROP NOT NULL;
ALTER TABLE customer ALTER COLUMN locale_code DROP DEFAULT;
