SELECT relname, relkind, pg_get_viewdef(oid)
FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')
