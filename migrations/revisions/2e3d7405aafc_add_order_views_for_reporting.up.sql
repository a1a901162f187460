-- add order views for reporting
--
-- revision: 2e3d7405aafc
-- revises: 9274f16ea588
-- branch-labels: reporting
-- created: 2025-11-11T09:19:00Z

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
