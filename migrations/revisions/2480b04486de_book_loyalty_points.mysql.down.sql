-- undo "Book loyalty points"

DROP TABLE loyalty_transaction;
