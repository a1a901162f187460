-- Products by full text: the name weighs more than the short text.

ALTER TABLE product ADD COLUMN search_vector tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', coalesce(short_text, '')), 'B')
) STORED;

CREATE INDEX product_search_ix ON product USING gin (search_vector) WITH (fastupdate = off);
