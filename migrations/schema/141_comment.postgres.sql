-- Comments on what only PostgreSQL has.

COMMENT ON TYPE order_channel IS 'how an order came in';
