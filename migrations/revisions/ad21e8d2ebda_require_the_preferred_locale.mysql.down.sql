-- undo "require the preferred locale"

ALTER TABLE customer DROP CONSTRAINT customer_locale_fk;
DROP INDEX customer_locale_ix ON customer;
ALTER TABLE customer MODIFY locale_code varchar(10);
