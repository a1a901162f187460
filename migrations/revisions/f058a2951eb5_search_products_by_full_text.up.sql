-- search products by full text
--
-- revision: f058a2951eb5
-- revises: e3f4350243a4
-- created: 2026-11-03T11:04:00Z
-- dialects: postgres

ALTER TABLE product ADD COLUMN search_vector tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', coalesce(short_text, '')), 'B')
) STORED;

CREATE INDEX product_search_ix ON product USING gin (search_vector) WITH (fastupdate = off);
