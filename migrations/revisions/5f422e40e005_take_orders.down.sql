-- undo "Take orders"

DROP TABLE order_status_change;
DROP TABLE order_address;
DROP TABLE order_line;
DROP TABLE sales_order;
