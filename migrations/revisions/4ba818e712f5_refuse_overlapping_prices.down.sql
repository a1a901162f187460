-- undo "refuse overlapping prices"

ALTER TABLE price DROP CONSTRAINT price_overlap_ex;
