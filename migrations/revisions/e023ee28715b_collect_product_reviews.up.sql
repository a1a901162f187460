-- collect product reviews
--
-- revision: e023ee28715b
-- revises: 9274f16ea588
-- created: 2025-11-12T13:56:00Z

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

CREATE VIEW product_rating AS
SELECT r.product_id, COUNT(*) AS review_count, CAST(AVG(r.rating) AS decimal(3,2)) AS average_rating
FROM review r
WHERE r.status = 'published'
GROUP BY r.product_id;
