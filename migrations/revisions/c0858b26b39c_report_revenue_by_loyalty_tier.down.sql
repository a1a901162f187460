-- undo "report revenue by loyalty tier"

DROP VIEW points_outstanding;
DROP VIEW loyalty_revenue;
