-- What customers write and keep, and what the shop writes to them.

CREATE TABLE review (
    id          integer       NOT NULL,
    product_id  integer       NOT NULL,
    customer_id integer,
    rating      smallint      NOT NULL,
    title       varchar(120),
    body        varchar(4000),
    is_verified boolean       DEFAULT FALSE NOT NULL,
    status      varchar(20)   DEFAULT 'pending' NOT NULL,
    created_at  timestamp     DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT review_pk PRIMARY KEY (id),
    CONSTRAINT review_once_uq UNIQUE (product_id, customer_id),
    CONSTRAINT review_product_fk FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE,
    CONSTRAINT review_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE SET NULL,
    CONSTRAINT review_rating_ck CHECK (rating BETWEEN 1 AND 5),
    CONSTRAINT review_status_ck CHECK (status IN ('pending', 'published', 'rejected'))
);

CREATE INDEX review_customer_ix ON review (customer_id);
CREATE INDEX review_latest_ix ON review (product_id, status, created_at DESC);

CREATE TABLE review_vote (
    review_id   integer   NOT NULL,
    customer_id integer   NOT NULL,
    is_helpful  boolean   NOT NULL,
    voted_at    timestamp DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT review_vote_pk PRIMARY KEY (review_id, customer_id),
    CONSTRAINT review_vote_review_fk FOREIGN KEY (review_id) REFERENCES review (id) ON DELETE CASCADE,
    CONSTRAINT review_vote_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE
);

CREATE INDEX review_vote_customer_ix ON review_vote (customer_id);

CREATE TABLE saved_list (
    id          integer     NOT NULL,
    customer_id integer     NOT NULL,
    name        varchar(80) DEFAULT 'My list' NOT NULL,
    visibility  varchar(10) DEFAULT 'private' NOT NULL,
    created_at  timestamp   DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT saved_list_pk PRIMARY KEY (id),
    CONSTRAINT saved_list_name_uq UNIQUE (customer_id, name),
    CONSTRAINT saved_list_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE,
    CONSTRAINT saved_list_visibility_ck CHECK (visibility IN ('private', 'link', 'public'))
);

CREATE TABLE saved_list_item (
    saved_list_id integer      NOT NULL,
    variant_id    integer      NOT NULL,
    added_on      date         DEFAULT (CURRENT_DATE) NOT NULL,
    note          varchar(250),
    CONSTRAINT saved_list_item_pk PRIMARY KEY (saved_list_id, variant_id),
    CONSTRAINT saved_list_item_list_fk FOREIGN KEY (saved_list_id) REFERENCES saved_list (id) ON DELETE CASCADE,
    CONSTRAINT saved_list_item_variant_fk FOREIGN KEY (variant_id) REFERENCES product_variant (id) ON DELETE CASCADE
);

CREATE INDEX saved_list_item_variant_ix ON saved_list_item (variant_id);

CREATE TABLE notification_template (
    code        varchar(40)   NOT NULL,
    locale_code varchar(10)   NOT NULL,
    subject     varchar(200)  NOT NULL,
    body        varchar(4000) NOT NULL,
    CONSTRAINT notification_template_pk PRIMARY KEY (code, locale_code),
    CONSTRAINT notification_template_locale_fk FOREIGN KEY (locale_code) REFERENCES locale (code)
);

CREATE INDEX notification_template_locale_ix ON notification_template (locale_code);
