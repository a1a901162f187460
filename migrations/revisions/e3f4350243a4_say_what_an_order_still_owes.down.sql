-- undo "Say what an order still owes"

DROP VIEW order_balance;
