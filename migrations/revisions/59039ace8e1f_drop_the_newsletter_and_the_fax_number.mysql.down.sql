-- undo "drop the newsletter and the fax number"

-- Tables and columns come back as they were, their rows do not.

ALTER TABLE supplier ADD fax_number varchar(32);

CREATE TABLE newsletter_subscription (
    email         varchar(254) NOT NULL,
    customer_id   integer,
    source        varchar(40)  DEFAULT 'footer' NOT NULL,
    subscribed_at timestamp    DEFAULT CURRENT_TIMESTAMP NOT NULL,
    confirmed_at  timestamp,
    CONSTRAINT newsletter_subscription_pk PRIMARY KEY (email),
    CONSTRAINT newsletter_subscription_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE SET NULL,
    CONSTRAINT newsletter_subscription_confirmed_ck CHECK (confirmed_at >= subscribed_at)
);

CREATE INDEX newsletter_subscription_customer_ix ON newsletter_subscription (customer_id);
CREATE INDEX newsletter_subscription_source_ix ON newsletter_subscription (source, subscribed_at DESC);
