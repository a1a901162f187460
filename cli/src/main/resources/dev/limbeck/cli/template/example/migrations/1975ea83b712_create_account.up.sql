-- create account
--
-- revision: 1975ea83b712
-- revises:
-- created: 2026-11-23T10:00:00Z

CREATE TABLE account (
    id    bigint       NOT NULL,
    email varchar(254) NOT NULL,
    name  varchar(100),
    CONSTRAINT account_pk PRIMARY KEY (id),
    CONSTRAINT account_email_uq UNIQUE (email)
);
