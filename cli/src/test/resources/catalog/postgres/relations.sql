-- Tables, partitions, views, sequences, indexes: their kind, storage options and comments.
SELECT relname, relkind, relpersistence, reloptions, relrowsecurity, pg_get_expr(relpartbound, oid),
       CASE WHEN relkind = 'p' THEN pg_get_partkeydef(oid) END, obj_description(oid, 'pg_class')
FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relname !~ '^limbeck_'
