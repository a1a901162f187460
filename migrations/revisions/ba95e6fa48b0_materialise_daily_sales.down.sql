-- undo "materialise daily sales"

DROP MATERIALIZED VIEW daily_sales;

CREATE VIEW daily_sales AS
SELECT CAST(s.placed_at AS date) AS sales_day,
       s.currency_code,
       COUNT(*) AS order_count,
       SUM(s.item_count) AS item_count,
       SUM(s.grand_total) AS revenue
FROM order_summary s
WHERE s.status <> 'cancelled'
GROUP BY CAST(s.placed_at AS date), s.currency_code;
