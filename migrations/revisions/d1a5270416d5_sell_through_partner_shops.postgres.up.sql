-- sell through partner shops
--
-- revision: d1a5270416d5
-- revises: 4bbefd8b8d09
-- created: 2026-09-22T08:40:00Z

ALTER TYPE order_channel ADD VALUE 'partner' AFTER 'phone';
