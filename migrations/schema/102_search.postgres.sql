-- What customers search for; by words, and counted in a partition a year.

CREATE TABLE search_term (
    id          integer       NOT NULL,
    locale_code varchar(10)   NOT NULL,
    term        varchar(200)  NOT NULL,
    synonyms    varchar(80)[] DEFAULT '{}' NOT NULL,
    CONSTRAINT search_term_pk PRIMARY KEY (id),
    CONSTRAINT search_term_term_uq UNIQUE (locale_code, term),
    CONSTRAINT search_term_locale_fk FOREIGN KEY (locale_code) REFERENCES locale (code),
    CONSTRAINT search_term_lower_ck CHECK (term = lower(term))
);

CREATE TABLE search_query (
    term_id     integer   NOT NULL,
    searched_at timestamp DEFAULT CURRENT_TIMESTAMP NOT NULL,
    visitor     uuid      DEFAULT gen_random_uuid() NOT NULL,
    hit_count   integer   DEFAULT 0 NOT NULL,
    response_ms double precision,
    CONSTRAINT search_query_pk PRIMARY KEY (term_id, searched_at, visitor),
    CONSTRAINT search_query_term_fk FOREIGN KEY (term_id) REFERENCES search_term (id) ON DELETE CASCADE,
    CONSTRAINT search_query_hits_ck CHECK (hit_count >= 0)
) PARTITION BY RANGE (searched_at);

CREATE TABLE search_query_2026 PARTITION OF search_query
    FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
CREATE TABLE search_query_2027 PARTITION OF search_query
    FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');
CREATE TABLE search_query_rest PARTITION OF search_query DEFAULT;

CREATE INDEX search_query_time_ix ON search_query USING brin (searched_at);
