-- Two prices of one variant, list and quantity never hold on the same day.
-- A range of one number stands for the number, which a GiST index can't hold without an extension.

ALTER TABLE price ADD CONSTRAINT price_overlap_ex EXCLUDE USING gist (
    int4range(price_list_id, price_list_id, '[]') WITH =,
    int4range(variant_id, variant_id, '[]') WITH =,
    int4range(min_quantity, min_quantity, '[]') WITH =,
    daterange(valid_from, valid_to) WITH &&
);
