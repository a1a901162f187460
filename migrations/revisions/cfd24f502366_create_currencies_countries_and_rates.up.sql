-- create currencies, countries and rates
--
-- revision: cfd24f502366
-- revises:
-- created: 2025-02-03T09:12:00Z

CREATE TABLE currency (
    code        char(3)     NOT NULL,
    name        varchar(60) NOT NULL,
    symbol      varchar(8),
    minor_units smallint    DEFAULT 2 NOT NULL,
    CONSTRAINT currency_pk PRIMARY KEY (code),
    CONSTRAINT currency_name_uq UNIQUE (name),
    CONSTRAINT currency_minor_units_ck CHECK (minor_units BETWEEN 0 AND 4)
);

CREATE TABLE country (
    code          char(2)     NOT NULL,
    iso3          char(3)     NOT NULL,
    name          varchar(80) NOT NULL,
    currency_code char(3)     NOT NULL,
    CONSTRAINT country_pk PRIMARY KEY (code),
    CONSTRAINT country_iso3_uq UNIQUE (iso3),
    CONSTRAINT country_currency_fk FOREIGN KEY (currency_code) REFERENCES currency (code)
);

CREATE INDEX country_currency_ix ON country (currency_code);

-- One rate a pair and day; a rate holds until the pair's next one.
CREATE TABLE exchange_rate (
    from_currency char(3)       NOT NULL,
    to_currency   char(3)       NOT NULL,
    valid_from    date          DEFAULT (DATE '2025-01-01') NOT NULL,
    rate          numeric(18,8) NOT NULL,
    CONSTRAINT exchange_rate_pk PRIMARY KEY (from_currency, to_currency, valid_from),
    CONSTRAINT exchange_rate_from_fk FOREIGN KEY (from_currency) REFERENCES currency (code),
    CONSTRAINT exchange_rate_to_fk FOREIGN KEY (to_currency) REFERENCES currency (code),
    CONSTRAINT exchange_rate_pair_ck CHECK (from_currency <> to_currency),
    CONSTRAINT exchange_rate_rate_ck CHECK (rate > 0)
);

CREATE INDEX exchange_rate_to_ix ON exchange_rate (to_currency, valid_from DESC);

INSERT INTO currency (code, name, symbol, minor_units) VALUES ('EUR', 'Euro', '€', 2);
INSERT INTO currency (code, name, symbol, minor_units) VALUES ('CHF', 'Swiss franc', 'Fr.', 2);
INSERT INTO currency (code, name, symbol, minor_units) VALUES ('CZK', 'Czech koruna', 'Kč', 2);
INSERT INTO currency (code, name, symbol, minor_units) VALUES ('GBP', 'Pound sterling', '£', 2);
INSERT INTO currency (code, name, symbol, minor_units) VALUES ('JPY', 'Yen', '¥', 0);
INSERT INTO currency (code, name, symbol, minor_units) VALUES ('PLN', 'Złoty', 'zł', 2);
INSERT INTO currency (code, name, symbol, minor_units) VALUES ('USD', 'US dollar', '$', 2);
INSERT INTO currency (code, name, minor_units) VALUES ('XOF', 'CFA franc', 0);

INSERT INTO country (code, iso3, name, currency_code) VALUES ('AT', 'AUT', 'Austria', 'EUR');
INSERT INTO country (code, iso3, name, currency_code) VALUES ('CH', 'CHE', 'Switzerland', 'CHF');
INSERT INTO country (code, iso3, name, currency_code) VALUES ('CI', 'CIV', 'Côte d''Ivoire', 'XOF');
INSERT INTO country (code, iso3, name, currency_code) VALUES ('CZ', 'CZE', 'Czechia', 'CZK');
INSERT INTO country (code, iso3, name, currency_code) VALUES ('DE', 'DEU', 'Germany', 'EUR');
INSERT INTO country (code, iso3, name, currency_code) VALUES ('FR', 'FRA', 'France', 'EUR');
INSERT INTO country (code, iso3, name, currency_code) VALUES ('GB', 'GBR', 'United Kingdom', 'GBP');
INSERT INTO country (code, iso3, name, currency_code) VALUES ('JP', 'JPN', 'Japan', 'JPY');
INSERT INTO country (code, iso3, name, currency_code) VALUES ('PL', 'POL', 'Poland', 'PLN');
INSERT INTO country (code, iso3, name, currency_code) VALUES ('US', 'USA', 'United States', 'USD');

INSERT INTO exchange_rate (from_currency, to_currency, rate) VALUES ('EUR', 'CHF', 0.94120000);
INSERT INTO exchange_rate (from_currency, to_currency, rate) VALUES ('EUR', 'GBP', 0.82920000);
INSERT INTO exchange_rate (from_currency, to_currency, rate) VALUES ('EUR', 'USD', 1.03890000);
INSERT INTO exchange_rate (from_currency, to_currency, valid_from, rate)
VALUES ('EUR', 'XOF', DATE '1999-01-01', 655.95700000);
