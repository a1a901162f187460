-- undo "create currencies, countries and rates"

DROP TABLE exchange_rate;
DROP TABLE country;
DROP TABLE currency;
