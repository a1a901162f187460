-- Compute line totals and free stock in the database
--
-- revision: d11bc4cad623
-- revises: 303c2ba4b670
-- created: 2025-08-12T09:27:00Z

ALTER TABLE order_line ADD line_total numeric(14,2) GENERATED ALWAYS AS (quantity * unit_price - discount);
ALTER TABLE stock_level ADD available integer GENERATED ALWAYS AS (on_hand - reserved);

CREATE VIEW stock_overview AS
SELECT v.sku, w.code AS warehouse_code, s.on_hand, s.reserved, s.available,
  CASE WHEN s.reorder_point >= 0 AND s.available < s.reorder_point THEN 1 ELSE 0 END AS to_reorder
FROM stock_level s
JOIN warehouse w ON w.id = s.warehouse_id
JOIN product_variant v ON v.id = s.variant_id;
