-- Say what an order still owes
--
-- revision: e3f4350243a4
-- revises: ba95e6fa48b0
-- created: 2026-10-20T14:22:00Z

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
