-- undo "Let customers return goods"

ALTER TABLE refund DROP CONSTRAINT refund_return_fk;
ALTER TABLE refund DROP COLUMN return_id;
DROP TABLE return_line;
DROP TABLE return_request;
DROP TABLE return_reason;
