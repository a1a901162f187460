-- What the database keeps by itself: when a row changed, and an order's history.

CREATE FUNCTION touch_updated_at() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := CURRENT_TIMESTAMP;
    RETURN NEW;
END;
$$;

COMMENT ON FUNCTION touch_updated_at() IS 'row trigger: a changed row knows when it changed';

CREATE TRIGGER customer_touch BEFORE UPDATE ON customer
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE TRIGGER product_touch BEFORE UPDATE ON product
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
CREATE TRIGGER sales_order_touch BEFORE UPDATE ON sales_order
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

CREATE FUNCTION record_order_status() RETURNS trigger
LANGUAGE plpgsql AS $body$
BEGIN
    INSERT INTO order_status_change (order_id, changed_at, status)
    VALUES (NEW.id, clock_timestamp(), NEW.status);
    RETURN NULL;  -- an AFTER trigger's result is not looked at
END;
$body$;

CREATE TRIGGER sales_order_status_history AFTER INSERT OR UPDATE OF status ON sales_order
    FOR EACH ROW EXECUTE FUNCTION record_order_status();
