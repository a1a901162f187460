-- What is sold: brands, the category tree, products and their variants, pictures, translations.

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

CREATE TABLE category_translation (
    category_id integer      NOT NULL,
    locale_code varchar(10)  NOT NULL,
    name        varchar(120) NOT NULL,
    CONSTRAINT category_translation_pk PRIMARY KEY (category_id, locale_code),
    CONSTRAINT category_translation_category_fk FOREIGN KEY (category_id) REFERENCES category (id) ON DELETE CASCADE,
    CONSTRAINT category_translation_locale_fk FOREIGN KEY (locale_code) REFERENCES locale (code)
);

CREATE INDEX category_translation_locale_ix ON category_translation (locale_code);

CREATE TABLE product (
    id                integer      NOT NULL,
    brand_id          integer,
    name              varchar(200) NOT NULL,
    slug              varchar(140) NOT NULL,
    status            varchar(20)  DEFAULT 'draft' NOT NULL,
    short_text        varchar(500),
    description       varchar(4000),
    created_at        timestamp    DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at        timestamp    DEFAULT CURRENT_TIMESTAMP NOT NULL,
    tax_category_code varchar(20)  DEFAULT 'standard' NOT NULL,
    CONSTRAINT product_pk PRIMARY KEY (id),
    CONSTRAINT product_slug_uq UNIQUE (slug),
    CONSTRAINT product_brand_fk FOREIGN KEY (brand_id) REFERENCES brand (id) ON DELETE SET NULL,
    CONSTRAINT product_tax_category_fk FOREIGN KEY (tax_category_code) REFERENCES tax_category (code),
    CONSTRAINT product_status_ck CHECK (status IN ('draft', 'active', 'retired'))
);

CREATE INDEX product_brand_ix ON product (brand_id);
CREATE INDEX product_status_ix ON product (status, updated_at DESC);
CREATE INDEX product_tax_category_ix ON product (tax_category_code);

CREATE TABLE product_translation (
    product_id  integer       NOT NULL,
    locale_code varchar(10)   NOT NULL,
    name        varchar(200)  NOT NULL,
    short_text  varchar(500),
    description varchar(4000),
    CONSTRAINT product_translation_pk PRIMARY KEY (product_id, locale_code),
    CONSTRAINT product_translation_product_fk FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE,
    CONSTRAINT product_translation_locale_fk FOREIGN KEY (locale_code) REFERENCES locale (code)
);

CREATE INDEX product_translation_locale_ix ON product_translation (locale_code, name);

-- What is bought, priced and stocked: one size and colour of a product.
CREATE TABLE product_variant (
    id           integer      NOT NULL,
    product_id   integer      NOT NULL,
    sku          varchar(40)  NOT NULL,
    ean          varchar(13),
    name         varchar(200) NOT NULL,
    weight_grams integer      DEFAULT 0 NOT NULL,
    status       varchar(20)  DEFAULT 'active' NOT NULL,
    CONSTRAINT product_variant_pk PRIMARY KEY (id),
    CONSTRAINT product_variant_sku_uq UNIQUE (sku),
    CONSTRAINT product_variant_ean_uq UNIQUE (ean),
    CONSTRAINT product_variant_name_uq UNIQUE (product_id, name),
    CONSTRAINT product_variant_product_fk FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE,
    CONSTRAINT product_variant_weight_ck CHECK (weight_grams >= 0),
    CONSTRAINT product_variant_ean_ck CHECK (length(ean) IN (8, 13))
);

CREATE TABLE product_category (
    product_id  integer  NOT NULL,
    category_id integer  NOT NULL,
    sort_order  smallint DEFAULT 0 NOT NULL,
    CONSTRAINT product_category_pk PRIMARY KEY (product_id, category_id),
    CONSTRAINT product_category_product_fk FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE,
    CONSTRAINT product_category_category_fk FOREIGN KEY (category_id) REFERENCES category (id) ON DELETE CASCADE
);

CREATE INDEX product_category_order_ix ON product_category (category_id, sort_order);

CREATE TABLE related_product (
    product_id         integer     NOT NULL,
    related_product_id integer     NOT NULL,
    relation           varchar(20) NOT NULL,
    CONSTRAINT related_product_pk PRIMARY KEY (product_id, related_product_id, relation),
    CONSTRAINT related_product_product_fk FOREIGN KEY (product_id) REFERENCES product (id),
    CONSTRAINT related_product_related_fk FOREIGN KEY (related_product_id) REFERENCES product (id),
    CONSTRAINT related_product_self_ck CHECK (product_id <> related_product_id)
);

CREATE INDEX related_product_related_ix ON related_product (related_product_id);

CREATE TABLE media_asset (
    id          integer      NOT NULL,
    file_path   varchar(400) NOT NULL,
    mime_type   varchar(80)  DEFAULT 'image/jpeg' NOT NULL,
    byte_size   integer      NOT NULL,
    width_px    smallint,
    height_px   smallint,
    sha256      char(64)     NOT NULL,
    alt_text    varchar(250),
    uploaded_at timestamp    DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT media_asset_pk PRIMARY KEY (id),
    CONSTRAINT media_asset_path_uq UNIQUE (file_path),
    CONSTRAINT media_asset_size_ck CHECK (byte_size > 0),
    CONSTRAINT media_asset_pixels_ck CHECK ((width_px IS NULL AND height_px IS NULL) OR (width_px > 0 AND height_px > 0))
);

CREATE INDEX media_asset_sha256_ix ON media_asset (sha256);

CREATE TABLE product_media (
    product_id integer     NOT NULL,
    media_id   integer     NOT NULL,
    sort_order smallint    DEFAULT 0 NOT NULL,
    purpose    varchar(20) DEFAULT 'gallery' NOT NULL,
    CONSTRAINT product_media_pk PRIMARY KEY (product_id, media_id),
    CONSTRAINT product_media_order_uq UNIQUE (product_id, sort_order),
    CONSTRAINT product_media_product_fk FOREIGN KEY (product_id) REFERENCES product (id) ON DELETE CASCADE,
    CONSTRAINT product_media_media_fk FOREIGN KEY (media_id) REFERENCES media_asset (id),
    CONSTRAINT product_media_purpose_ck CHECK (purpose IN ('gallery', 'thumbnail', 'size-chart'))
);

CREATE INDEX product_media_media_ix ON product_media (media_id);
