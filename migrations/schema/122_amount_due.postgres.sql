-- What one order still owes.

CREATE FUNCTION amount_due(wanted_order integer) RETURNS numeric
LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
  SELECT due FROM order_balance WHERE order_id = wanted_order;
$$;
