-- add locales, and a customer's preferred one
--
-- revision: 7d1de1f01d95
-- revises: beec034fb729
-- created: 2026-02-03T10:40:00Z

-- First of three steps: the column may be null until every customer has a locale.

CREATE TABLE locale (
    code          varchar(10) NOT NULL,
    name          varchar(60) NOT NULL,
    fallback_code varchar(10),
    CONSTRAINT locale_pk PRIMARY KEY (code),
    CONSTRAINT locale_fallback_fk FOREIGN KEY (fallback_code) REFERENCES locale (code)
);

CREATE INDEX locale_fallback_ix ON locale (fallback_code);

INSERT INTO locale (code, name) VALUES ('en', 'English');
INSERT INTO locale (code, name, fallback_code) VALUES ('de', 'Deutsch', 'en');
INSERT INTO locale (code, name, fallback_code) VALUES ('fr', 'Français', 'en');
INSERT INTO locale (code, name, fallback_code) VALUES ('cs', 'Čeština', 'en');
INSERT INTO locale (code, name, fallback_code) VALUES ('ja', '日本語', 'en');
INSERT INTO locale (code, name, fallback_code) VALUES ('de-CH', 'Deutsch (Schweiz)', 'de');

ALTER TABLE customer ADD locale_code varchar(10);
