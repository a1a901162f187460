-- undo "add order views for reporting"

DROP VIEW daily_sales;
DROP VIEW order_summary;
