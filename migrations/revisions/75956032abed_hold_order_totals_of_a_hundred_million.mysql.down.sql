-- undo "hold order totals of a hundred million and more"

DROP VIEW loyalty_revenue;
DROP VIEW daily_sales;
DROP VIEW order_summary;

ALTER TABLE sales_order
  MODIFY items_total numeric(10,2) DEFAULT 0 NOT NULL,
  MODIFY shipping_total numeric(10,2) DEFAULT 0 NOT NULL,
  MODIFY tax_total numeric(10,2) DEFAULT 0 NOT NULL,
  MODIFY discount_total numeric(10,2) DEFAULT 0 NOT NULL,
  MODIFY grand_total numeric(10,2) DEFAULT 0 NOT NULL;

CREATE VIEW order_summary AS
SELECT o.id AS order_id,
       o.order_number,
       o.customer_id,
       o.status,
       o.placed_at,
       o.currency_code,
       o.grand_total,
       COUNT(l.line_no) AS line_count,
       COALESCE(SUM(l.quantity), 0) AS item_count
FROM sales_order o
LEFT JOIN order_line l ON l.order_id = o.id
GROUP BY o.id, o.order_number, o.customer_id, o.status, o.placed_at, o.currency_code, o.grand_total;

CREATE VIEW daily_sales AS
SELECT CAST(s.placed_at AS date) AS sales_day,
       s.currency_code,
       COUNT(*) AS order_count,
       SUM(s.item_count) AS item_count,
       SUM(s.grand_total) AS revenue
FROM order_summary s
WHERE s.status <> 'cancelled'
GROUP BY CAST(s.placed_at AS date), s.currency_code;

CREATE VIEW loyalty_revenue AS
SELECT t.code AS tier_code,
       t.name AS tier_name,
       COUNT(DISTINCT a.customer_id) AS member_count,
       COUNT(s.order_id) AS order_count,
       COALESCE(SUM(s.grand_total), 0) AS revenue
FROM loyalty_tier t
LEFT JOIN loyalty_account a ON a.tier_code = t.code
LEFT JOIN order_summary s ON s.customer_id = a.customer_id AND s.status <> 'cancelled'
GROUP BY t.code, t.name;
