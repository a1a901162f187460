-- What tells variants apart and what customers filter by.

CREATE TABLE attribute_type (
    id            integer     NOT NULL,
    code          varchar(40) NOT NULL,
    name          varchar(80) NOT NULL,
    data_kind     varchar(10) DEFAULT 'option' NOT NULL,
    unit          varchar(20),
    is_filterable boolean     DEFAULT FALSE NOT NULL,
    CONSTRAINT attribute_type_pk PRIMARY KEY (id),
    CONSTRAINT attribute_type_code_uq UNIQUE (code),
    CONSTRAINT attribute_type_kind_ck CHECK (data_kind IN ('option', 'text', 'decimal'))
);

CREATE TABLE attribute_option (
    attribute_id integer     NOT NULL,
    code         varchar(40) NOT NULL,
    label        varchar(80) NOT NULL,
    sort_order   smallint    DEFAULT 0 NOT NULL,
    CONSTRAINT attribute_option_pk PRIMARY KEY (attribute_id, code),
    CONSTRAINT attribute_option_label_uq UNIQUE (attribute_id, label),
    CONSTRAINT attribute_option_type_fk FOREIGN KEY (attribute_id) REFERENCES attribute_type (id) ON DELETE CASCADE
);

-- One of an option, a text and a number. The composite foreign key keeps a variant from choosing
-- another attribute's option.
CREATE TABLE variant_attribute (
    variant_id     integer      NOT NULL,
    attribute_id   integer      NOT NULL,
    option_code    varchar(40),
    text_content   varchar(400),
    number_content numeric(14,4),
    CONSTRAINT variant_attribute_pk PRIMARY KEY (variant_id, attribute_id),
    CONSTRAINT variant_attribute_variant_fk FOREIGN KEY (variant_id) REFERENCES product_variant (id) ON DELETE CASCADE,
    CONSTRAINT variant_attribute_type_fk FOREIGN KEY (attribute_id) REFERENCES attribute_type (id),
    CONSTRAINT variant_attribute_option_fk FOREIGN KEY (attribute_id, option_code)
        REFERENCES attribute_option (attribute_id, code),
    CONSTRAINT variant_attribute_one_ck CHECK (
        (option_code IS NOT NULL AND text_content IS NULL AND number_content IS NULL)
        OR (option_code IS NULL AND text_content IS NOT NULL AND number_content IS NULL)
        OR (option_code IS NULL AND text_content IS NULL AND number_content IS NOT NULL))
);

CREATE INDEX variant_attribute_option_ix ON variant_attribute (attribute_id, option_code);
