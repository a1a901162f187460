-- Keep wish lists
--
-- revision: dbef544c1731
-- revises: e023ee28715b
-- created: 2025-11-27T14:44:00Z

CREATE TABLE wish_list (
  id integer NOT NULL,
  customer_id integer NOT NULL,
  name varchar(80) DEFAULT 'Wish list' NOT NULL,
  visibility varchar(10) DEFAULT 'private' NOT NULL,
  created_at timestamp DEFAULT CURRENT_TIMESTAMP NOT NULL,
  CONSTRAINT wish_list_pk PRIMARY KEY (id),
  CONSTRAINT wish_list_name_uq UNIQUE (customer_id, name),
  CONSTRAINT wish_list_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE,
  CONSTRAINT wish_list_visibility_ck CHECK (visibility IN ('private', 'link', 'public'))
);

CREATE TABLE wish_list_item (
  wish_list_id integer NOT NULL,
  variant_id integer NOT NULL,
  added_on date DEFAULT (CURRENT_DATE) NOT NULL,
  note varchar(250),
  CONSTRAINT wish_list_item_pk PRIMARY KEY (wish_list_id, variant_id),
  CONSTRAINT wish_list_item_list_fk FOREIGN KEY (wish_list_id) REFERENCES wish_list (id) ON DELETE CASCADE,
  CONSTRAINT wish_list_item_variant_fk FOREIGN KEY (variant_id) REFERENCES product_variant (id) ON DELETE CASCADE
);

CREATE INDEX wish_list_item_variant_ix ON wish_list_item (variant_id);
