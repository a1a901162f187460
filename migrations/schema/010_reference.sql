-- Currencies, countries, languages, taxes, settings: what everything else refers to.

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

CREATE TABLE locale (
    code          varchar(10) NOT NULL,
    name          varchar(60) NOT NULL,
    fallback_code varchar(10),
    CONSTRAINT locale_pk PRIMARY KEY (code),
    CONSTRAINT locale_fallback_fk FOREIGN KEY (fallback_code) REFERENCES locale (code)
);

CREATE INDEX locale_fallback_ix ON locale (fallback_code);

CREATE TABLE tax_category (
    code varchar(20) NOT NULL,
    name varchar(80) NOT NULL,
    CONSTRAINT tax_category_pk PRIMARY KEY (code)
);

CREATE TABLE tax_rate (
    id                integer      NOT NULL,
    country_code      char(2)      NOT NULL,
    tax_category_code varchar(20)  NOT NULL,
    rate              numeric(5,4) NOT NULL,
    valid_from        date         DEFAULT (DATE '2025-01-01') NOT NULL,
    valid_to          date,
    CONSTRAINT tax_rate_pk PRIMARY KEY (id),
    CONSTRAINT tax_rate_start_uq UNIQUE (country_code, tax_category_code, valid_from),
    CONSTRAINT tax_rate_country_fk FOREIGN KEY (country_code) REFERENCES country (code),
    CONSTRAINT tax_rate_category_fk FOREIGN KEY (tax_category_code) REFERENCES tax_category (code),
    CONSTRAINT tax_rate_rate_ck CHECK (rate >= 0 AND rate < 1),
    CONSTRAINT tax_rate_valid_ck CHECK (valid_to IS NULL OR valid_to > valid_from)
);

CREATE INDEX tax_rate_category_ix ON tax_rate (tax_category_code);

CREATE TABLE shop_setting (
    setting_key varchar(80)   NOT NULL,
    content     varchar(1000),
    is_secret   char(1)       DEFAULT 'N' NOT NULL,
    changed_at  timestamp     DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT shop_setting_pk PRIMARY KEY (setting_key),
    CONSTRAINT shop_setting_secret_ck CHECK (is_secret IN ('Y', 'N'))
);
