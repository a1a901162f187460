-- Which constraints do tables and domains have? Those cloned to partitions are the parent's.
SELECT n.oid, n.conrelid AS relation, n.contypid AS domain, n.conname AS name, n.contype AS kind,
       n.condeferrable AS deferrable, n.condeferred AS deferred, n.convalidated AS validated,
       n.conenforced AS enforced, -- since 18
       true AS enforced, -- before 18
       n.conperiod AS period, -- since 18
       false AS period, -- before 18
       n.connoinherit AS no_inherit, n.coninhcount AS inherited, n.conparentid <> 0 AS cloned,
       n.conindid AS index, n.conkey AS columns, n.confrelid AS target,
       tc.relnamespace AS target_namespace, tc.relname AS target_name, tn.nspname AS target_schema,
       CASE WHEN n.contype = 'f' THEN ARRAY(
         SELECT a.attname::text
         FROM unnest(n.confkey) WITH ORDINALITY k (number, place)
         JOIN pg_catalog.pg_attribute a ON a.attrelid = n.confrelid AND a.attnum = k.number
         ORDER BY k.place) END AS target_columns,
       n.confupdtype AS on_update, n.confdeltype AS on_delete, n.confmatchtype AS match,
       n.confdelsetcols AS on_delete_columns, -- since 15
       pg_catalog.pg_get_expr(n.conbin, n.conrelid, true) AS predicate,
       CASE WHEN n.contype = 'x' THEN ARRAY(
         SELECT CASE WHEN o.oprnamespace = 'pg_catalog'::regnamespace THEN o.oprname::text
                     ELSE n2.nspname || '.' || o.oprname END
         FROM unnest(n.conexclop) WITH ORDINALITY k (operator, place)
         JOIN pg_catalog.pg_operator o ON o.oid = k.operator
         JOIN pg_catalog.pg_namespace n2 ON n2.oid = o.oprnamespace
         ORDER BY k.place) END AS operators
FROM pg_catalog.pg_constraint n
LEFT JOIN pg_catalog.pg_class tc ON tc.oid = n.confrelid
LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = tc.relnamespace
WHERE n.connamespace = ANY (?) AND n.contype IN ('p', 'u', 'f', 'c', 'x', 'n')
ORDER BY n.oid
