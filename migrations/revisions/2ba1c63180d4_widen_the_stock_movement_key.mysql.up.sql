-- Widen the stock movement key
--
-- revision: 2ba1c63180d4
-- revises: 399d0d33734c
-- created: 2026-03-24T14:00:00Z

ALTER TABLE stock_movement MODIFY id bigint NOT NULL AUTO_INCREMENT;
