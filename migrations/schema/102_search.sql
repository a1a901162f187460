-- What customers search for.

CREATE TABLE search_term (
    id          integer      NOT NULL,
    locale_code varchar(10)  NOT NULL,
    term        varchar(200) NOT NULL,
    synonyms    varchar(1000),
    CONSTRAINT search_term_pk PRIMARY KEY (id),
    CONSTRAINT search_term_term_uq UNIQUE (locale_code, term),
    CONSTRAINT search_term_locale_fk FOREIGN KEY (locale_code) REFERENCES locale (code),
    CONSTRAINT search_term_lower_ck CHECK (term = lower(term))
);

CREATE TABLE search_query (
    term_id     integer   NOT NULL,
    searched_at timestamp DEFAULT CURRENT_TIMESTAMP NOT NULL,
    visitor     char(36)  NOT NULL,
    hit_count   integer   DEFAULT 0 NOT NULL,
    response_ms double precision,
    CONSTRAINT search_query_pk PRIMARY KEY (term_id, searched_at, visitor),
    CONSTRAINT search_query_term_fk FOREIGN KEY (term_id) REFERENCES search_term (id) ON DELETE CASCADE,
    CONSTRAINT search_query_hits_ck CHECK (hit_count >= 0)
);

CREATE INDEX search_query_time_ix ON search_query (searched_at);
