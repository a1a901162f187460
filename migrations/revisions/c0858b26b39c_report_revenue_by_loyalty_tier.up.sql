-- report revenue by loyalty tier
--
-- revision: c0858b26b39c
-- revises: 2e3d7405aafc
-- depends-on: 2480b04486de
-- created: 2025-11-25T08:08:00Z

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
