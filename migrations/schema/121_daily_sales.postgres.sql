-- Revenue by day and currency, refreshed every night.

CREATE MATERIALIZED VIEW daily_sales AS
SELECT CAST(s.placed_at AS date) AS sales_day,
       s.currency_code,
       COUNT(*) AS order_count,
       SUM(s.item_count) AS item_count,
       SUM(s.grand_total) AS revenue
FROM order_summary s
WHERE s.status <> 'cancelled'
GROUP BY CAST(s.placed_at AS date), s.currency_code;

CREATE UNIQUE INDEX daily_sales_ix ON daily_sales (sales_day, currency_code);
COMMENT ON MATERIALIZED VIEW daily_sales IS 'as of last night';
