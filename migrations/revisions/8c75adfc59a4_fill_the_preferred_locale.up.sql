-- fill the preferred locale
--
-- revision: 8c75adfc59a4
-- revises: 7d1de1f01d95
-- created: 2026-02-05T06:30:00Z

-- Second step: a guess from the default address's country, English for all the rest.

UPDATE customer
SET locale_code = (
    SELECT CASE a.country_code
               WHEN 'AT' THEN 'de'
               WHEN 'DE' THEN 'de'
               WHEN 'CH' THEN 'de-CH'
               WHEN 'FR' THEN 'fr'
               WHEN 'CI' THEN 'fr'
               WHEN 'CZ' THEN 'cs'
               WHEN 'JP' THEN 'ja'
           END
    FROM address a
    WHERE a.id = customer.default_address_id)
WHERE locale_code IS NULL;

UPDATE customer SET locale_code = 'en' WHERE locale_code IS NULL;
