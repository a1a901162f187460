-- undo "keep updated_at and the status history by trigger"

DROP TRIGGER sales_order_status_history ON sales_order;
DROP FUNCTION record_order_status();
DROP TRIGGER sales_order_touch ON sales_order;
DROP TRIGGER product_touch ON product;
DROP TRIGGER customer_touch ON customer;
DROP FUNCTION touch_updated_at();
