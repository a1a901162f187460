-- tax products by category and country
--
-- revision: 099e45e54f08
-- revises: a2629e0e9964
-- created: 2025-06-25T07:58:00Z

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

INSERT INTO tax_category (code, name) VALUES ('standard', 'Standard rate');
INSERT INTO tax_category (code, name) VALUES ('reduced', 'Reduced rate');
INSERT INTO tax_category (code, name) VALUES ('zero', 'Zero rated');
INSERT INTO tax_rate (id, country_code, tax_category_code, rate) VALUES (1, 'AT', 'standard', 0.2000);
INSERT INTO tax_rate (id, country_code, tax_category_code, rate) VALUES (2, 'AT', 'reduced', 0.1000);
INSERT INTO tax_rate (id, country_code, tax_category_code, rate) VALUES (3, 'DE', 'standard', 0.1900);
INSERT INTO tax_rate (id, country_code, tax_category_code, rate) VALUES (4, 'DE', 'reduced', 0.0700);
INSERT INTO tax_rate (id, country_code, tax_category_code, rate) VALUES (5, 'FR', 'standard', 0.2000);
INSERT INTO tax_rate (id, country_code, tax_category_code, rate) VALUES (6, 'CH', 'standard', 0.0810);
INSERT INTO tax_rate (id, country_code, tax_category_code, rate) VALUES (7, 'GB', 'standard', 0.2000);

-- Every product so far is taxed at the standard rate.
ALTER TABLE product ADD tax_category_code varchar(20) DEFAULT 'standard' NOT NULL;
CREATE INDEX product_tax_category_ix ON product (tax_category_code);
ALTER TABLE product ADD CONSTRAINT product_tax_category_fk
    FOREIGN KEY (tax_category_code) REFERENCES tax_category (code);
