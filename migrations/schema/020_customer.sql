-- Customers, how they sign in, and where they live.

CREATE TABLE customer (
    id                 integer      NOT NULL,
    customer_number    varchar(20)  NOT NULL,
    email              varchar(254) NOT NULL,
    first_name         varchar(80),
    last_name          varchar(80)  NOT NULL,
    birth_date         date,
    status             varchar(20)  DEFAULT 'active' NOT NULL,
    currency_code      char(3)      DEFAULT 'EUR' NOT NULL,
    default_address_id integer,
    created_at         timestamp    DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at         timestamp    DEFAULT CURRENT_TIMESTAMP NOT NULL,
    locale_code        varchar(10)  DEFAULT 'en' NOT NULL,
    CONSTRAINT customer_pk PRIMARY KEY (id),
    CONSTRAINT customer_number_uq UNIQUE (customer_number),
    CONSTRAINT customer_email_uq UNIQUE (email),
    CONSTRAINT customer_currency_fk FOREIGN KEY (currency_code) REFERENCES currency (code),
    CONSTRAINT customer_locale_fk FOREIGN KEY (locale_code) REFERENCES locale (code),
    CONSTRAINT customer_status_ck CHECK (status IN ('active', 'blocked', 'closed')),
    CONSTRAINT customer_email_ck CHECK (email LIKE '%_@_%')
);

CREATE INDEX customer_name_ix ON customer (last_name, first_name);
CREATE INDEX customer_created_ix ON customer (created_at DESC);
CREATE INDEX customer_currency_ix ON customer (currency_code);
CREATE INDEX customer_locale_ix ON customer (locale_code);
CREATE INDEX customer_default_address_ix ON customer (default_address_id);

CREATE TABLE customer_credential (
    customer_id         integer      NOT NULL,
    password_hash       varchar(200) NOT NULL,
    password_changed_at timestamp    DEFAULT CURRENT_TIMESTAMP NOT NULL,
    failed_attempts     smallint     DEFAULT 0 NOT NULL,
    locked_until        timestamp,
    CONSTRAINT customer_credential_pk PRIMARY KEY (customer_id),
    CONSTRAINT customer_credential_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE,
    CONSTRAINT customer_credential_attempts_ck CHECK (failed_attempts >= 0)
);

CREATE TABLE address (
    id           integer      NOT NULL,
    customer_id  integer      NOT NULL,
    label        varchar(40)  DEFAULT 'home' NOT NULL,
    recipient    varchar(160) NOT NULL,
    street       varchar(160) NOT NULL,
    street_extra varchar(160) DEFAULT NULL,
    postal_code  varchar(16),
    city         varchar(100) NOT NULL,
    region       varchar(100),
    country_code char(2)      NOT NULL,
    phone_number varchar(32),
    CONSTRAINT address_pk PRIMARY KEY (id),
    CONSTRAINT address_label_uq UNIQUE (customer_id, label),
    CONSTRAINT address_owner_uq UNIQUE (id, customer_id),
    CONSTRAINT address_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE,
    CONSTRAINT address_country_fk FOREIGN KEY (country_code) REFERENCES country (code)
);

CREATE INDEX address_place_ix ON address (country_code, postal_code, city);
