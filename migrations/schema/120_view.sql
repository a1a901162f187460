-- What people look at.

CREATE VIEW stock_overview AS
SELECT v.sku, w.code AS warehouse_code, s.on_hand, s.reserved, s.available,
       CASE WHEN s.reorder_point >= 0 AND s.available < s.reorder_point THEN 1 ELSE 0 END AS to_reorder
FROM stock_level s
JOIN warehouse w ON w.id = s.warehouse_id
JOIN product_variant v ON v.id = s.variant_id;

CREATE VIEW product_rating AS
SELECT r.product_id, COUNT(*) AS review_count, CAST(AVG(r.rating) AS decimal(3,2)) AS average_rating
FROM review r
WHERE r.status = 'published'
GROUP BY r.product_id;

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

CREATE VIEW order_balance AS
SELECT o.id AS order_id, o.grand_total,
       COALESCE(p.paid, 0) AS paid,
       COALESCE(r.refunded, 0) AS refunded,
       o.grand_total - COALESCE(p.paid, 0) + COALESCE(r.refunded, 0) AS due
FROM sales_order o
LEFT JOIN (
    SELECT order_id, SUM(amount) AS paid FROM payment WHERE status = 'captured' GROUP BY order_id
) p ON p.order_id = o.id
LEFT JOIN (
    SELECT pay.order_id, SUM(ref.amount) AS refunded
    FROM refund ref JOIN payment pay ON pay.id = ref.payment_id
    WHERE ref.status = 'paid' GROUP BY pay.order_id
) r ON r.order_id = o.id;

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

CREATE VIEW points_outstanding (tier_code, points_earned, points_spent) AS
SELECT a.tier_code,
       SUM(CASE WHEN x.points > 0 THEN x.points ELSE 0 END),
       SUM(CASE WHEN x.points < 0 THEN -x.points ELSE 0 END)
FROM loyalty_account a
JOIN loyalty_transaction x ON x.customer_id = a.customer_id
GROUP BY a.tier_code;
