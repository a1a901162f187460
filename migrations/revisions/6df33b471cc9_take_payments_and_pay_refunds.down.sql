-- undo "take payments and pay refunds"

DROP TABLE refund;
DROP TABLE payment;
DROP TABLE payment_method;
