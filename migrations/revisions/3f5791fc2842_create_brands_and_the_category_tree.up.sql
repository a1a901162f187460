-- create brands and the category tree
--
-- revision: 3f5791fc2842
-- revises: 996431659f5a
-- created: 2025-02-20T10:21:00Z

CREATE TABLE brand (
    id      integer      NOT NULL,
    name    varchar(120) NOT NULL,
    slug    varchar(140) NOT NULL,
    website varchar(255),
    CONSTRAINT brand_pk PRIMARY KEY (id),
    CONSTRAINT brand_name_uq UNIQUE (name),
    CONSTRAINT brand_slug_uq UNIQUE (slug)
);

-- A tree: parent_id is null for the departments at the top.
CREATE TABLE category (
    id         integer      NOT NULL,
    parent_id  integer,
    slug       varchar(140) NOT NULL,
    name       varchar(120) NOT NULL,
    sort_order smallint     DEFAULT 0 NOT NULL,
    CONSTRAINT category_pk PRIMARY KEY (id),
    CONSTRAINT category_slug_uq UNIQUE (parent_id, slug),
    CONSTRAINT category_parent_fk FOREIGN KEY (parent_id) REFERENCES category (id) ON DELETE CASCADE,
    CONSTRAINT category_slug_ck CHECK (slug = lower(slug) AND length(slug) > 1)
);

CREATE INDEX category_order_ix ON category (parent_id, sort_order, name);

INSERT INTO category (id, parent_id, slug, name, sort_order) VALUES (1, NULL, 'clothing', 'Clothing', 10);
INSERT INTO category (id, parent_id, slug, name, sort_order) VALUES (2, NULL, 'shoes', 'Shoes', 20);
INSERT INTO category (id, parent_id, slug, name, sort_order) VALUES (3, NULL, 'outdoor', 'Outdoor', 30);
INSERT INTO category (id, parent_id, slug, name, sort_order) VALUES (4, 1, 'jackets', 'Jackets', 10);
INSERT INTO category (id, parent_id, slug, name, sort_order) VALUES (5, 1, 'trousers', 'Trousers', 20);
INSERT INTO category (id, parent_id, slug, name, sort_order) VALUES (6, 4, 'rain-jackets', 'Rain jackets', 10);
INSERT INTO category (id, parent_id, slug, name, sort_order) VALUES (7, 3, 'tents', 'Tents', 10);
