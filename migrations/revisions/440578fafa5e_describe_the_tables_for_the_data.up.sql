-- describe the tables for the data catalogue
--
-- revision: 440578fafa5e
-- revises: 878227d320c5
-- created: 2025-07-08T10:36:00Z
-- dialects: h2, postgres, oracle

-- MySQL and MariaDB keep a comment inside the column's definition; there it stays in these files.

COMMENT ON TABLE currency IS 'ISO 4217 currencies the shop prices in';
COMMENT ON COLUMN currency.minor_units IS 'digits after the decimal point';
COMMENT ON TABLE country IS 'ISO 3166 countries the shop delivers to';
COMMENT ON TABLE exchange_rate IS 'daily rates; one holds until the pair''s next one';
COMMENT ON TABLE customer IS 'people who have an account';
COMMENT ON COLUMN customer.customer_number IS 'printed on invoices; never reused';
COMMENT ON COLUMN customer.email IS 'sign-in name; unique';
COMMENT ON COLUMN customer.status IS 'active, blocked (may not order) or closed (kept for the books only)';
COMMENT ON TABLE address IS 'a customer''s address book';
COMMENT ON COLUMN address.label IS 'what the customer calls it: home, office, "Oma Erna"';
COMMENT ON TABLE customer_credential IS 'password hashes; not copied to test systems';
COMMENT ON TABLE staff_member IS 'people who work here; manager_id makes the hierarchy';
COMMENT ON TABLE category IS 'the category tree; departments have no parent';
COMMENT ON TABLE product IS 'what is described; variants are what is sold';
COMMENT ON TABLE product_variant IS 'one size and colour of a product';
COMMENT ON COLUMN product_variant.ean IS 'EAN-8 or EAN-13';
COMMENT ON TABLE price IS 'price of a variant from a quantity on, for a time';
COMMENT ON COLUMN price.valid_to IS 'first day on which it no longer holds; null: open end';
COMMENT ON COLUMN price.compare_at IS 'struck-through price; must be the lowest of the last 30 days';
COMMENT ON TABLE stock_level IS 'what lies where';
COMMENT ON COLUMN stock_level.reorder_point IS 'order again below this; -1: never';
COMMENT ON TABLE stock_movement IS 'append-only: why a level is what it is';
COMMENT ON TABLE sales_order IS 'orders; prices and addresses are copies as agreed';
COMMENT ON COLUMN sales_order.grand_total IS 'items + shipping + tax - discount';
COMMENT ON TABLE payment IS 'one attempt to take money';
COMMENT ON COLUMN payment.provider_reference IS 'the payment provider''s own number';
COMMENT ON TABLE parcel IS 'a box with a label; weight in grams, sides in millimetres';
COMMENT ON TABLE newsletter_subscription IS 'double opt-in; unconfirmed rows are deleted after 30 days';
COMMENT ON COLUMN newsletter_subscription.source IS 'where the form stood: footer, checkout, fair';
COMMENT ON TABLE tax_rate IS 'VAT by country and category; 0.2 is 20 %';
