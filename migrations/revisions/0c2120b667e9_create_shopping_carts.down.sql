-- undo "create shopping carts"

DROP TABLE cart_line;
DROP TABLE cart;
