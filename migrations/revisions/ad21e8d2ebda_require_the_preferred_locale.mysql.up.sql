-- require the preferred locale
--
-- revision: ad21e8d2ebda
-- revises: 8c75adfc59a4
-- created: 2026-02-10T08:00:00Z

-- Third step: whoever signed up since the second one gets English.

UPDATE customer SET locale_code = 'en' WHERE locale_code IS NULL;

ALTER TABLE customer MODIFY locale_code varchar(10) DEFAULT 'en' NOT NULL;
CREATE INDEX customer_locale_ix ON customer (locale_code);
ALTER TABLE customer ADD CONSTRAINT customer_locale_fk FOREIGN KEY (locale_code) REFERENCES locale (code);
