-- undo "Say what an order still owes"

DROP FUNCTION amount_due(integer);
DROP VIEW order_balance;
