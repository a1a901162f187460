-- The desired state: what the database shall look like when every revision has run.

CREATE TABLE account (
    id    bigint       NOT NULL,
    email varchar(254) NOT NULL,
    name  varchar(100),
    CONSTRAINT account_pk PRIMARY KEY (id),
    CONSTRAINT account_email_uq UNIQUE (email)
);
