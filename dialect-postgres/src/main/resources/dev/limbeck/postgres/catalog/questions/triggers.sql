-- Which triggers did somebody make? Those of constraints and those cloned to partitions are not theirs.
SELECT t.oid, t.tgrelid AS relation, t.tgname AS name, t.tgtype AS type, t.tgenabled AS state,
       t.tgconstraint <> 0 AS is_constraint, t.tgdeferrable AS deferrable,
       t.tginitdeferred AS deferred, t.tgattr::int2[] AS columns,
       t.tgoldtable AS old_table, t.tgnewtable AS new_table,
       pn.nspname AS routine_schema, p.proname AS routine,
       fc.relname AS from_table, fn.nspname AS from_schema,
       pg_catalog.pg_get_triggerdef(t.oid, true) AS definition
FROM pg_catalog.pg_trigger t
JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
JOIN pg_catalog.pg_namespace pn ON pn.oid = p.pronamespace
LEFT JOIN pg_catalog.pg_class fc ON fc.oid = t.tgconstrrelid
LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid = fc.relnamespace
WHERE c.relnamespace = ANY (?) AND NOT t.tgisinternal AND t.tgparentid = 0
ORDER BY t.oid
