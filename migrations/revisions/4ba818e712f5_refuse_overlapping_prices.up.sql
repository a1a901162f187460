-- refuse overlapping prices
--
-- revision: 4ba818e712f5
-- revises: 323181c32d30
-- created: 2026-07-28T13:31:00Z
-- dialects: postgres

-- The other databases can't say this in a constraint; there the price import checks it.
-- A range of one number stands for the number, which a GiST index can't hold without an extension.
ALTER TABLE price ADD CONSTRAINT price_overlap_ex EXCLUDE USING gist (
    int4range(price_list_id, price_list_id, '[]') WITH =,
    int4range(variant_id, variant_id, '[]') WITH =,
    int4range(min_quantity, min_quantity, '[]') WITH =,
    daterange(valid_from, valid_to) WITH &&
);
