-- Which tables, views, sequences, composite and foreign tables are there, and what does each say of itself?
SELECT c.oid, c.relnamespace AS namespace, c.relname AS name, c.relkind AS kind,
       c.relpersistence AS persistence, c.reloptions AS options, toast.reloptions AS toast_options,
       ts.spcname AS tablespace, am.amname AS access_method,
       c.relrowsecurity AS row_security, c.relforcerowsecurity AS force_row_security,
       c.relreplident AS replica_identity,
       CASE WHEN c.reloftype <> 0 THEN pg_catalog.format_type(c.reloftype, NULL) END AS of_type,
       CASE WHEN c.relispartition THEN pg_catalog.pg_get_expr(c.relpartbound, c.oid, true) END
         AS bound,
       ARRAY(SELECT i.inhparent FROM pg_catalog.pg_inherits i
             WHERE i.inhrelid = c.oid ORDER BY i.inhseqno) AS parents,
       p.partstrat AS partition_method, p.partattrs::int2[] AS partition_columns,
       CASE WHEN p.partrelid IS NOT NULL THEN pg_catalog.pg_get_partkeydef(c.oid) END
         AS partition_key,
       CASE WHEN c.relkind IN ('v', 'm') THEN pg_catalog.pg_get_viewdef(c.oid, true) END AS query,
       pg_catalog.format_type(s.seqtypid, NULL) AS sequence_type, s.seqstart AS start,
       s.seqincrement AS increment, s.seqmin AS minimum, s.seqmax AS maximum, s.seqcache AS cache,
       s.seqcycle AS cycle,
       own.refobjid AS owner_relation, own.refobjsubid AS owner_column,
       own.deptype = 'i' AS is_identity
FROM pg_catalog.pg_class c
LEFT JOIN pg_catalog.pg_class toast ON toast.oid = c.reltoastrelid
LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = c.reltablespace
LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam AND am.amname <> 'heap'
LEFT JOIN pg_catalog.pg_partitioned_table p ON p.partrelid = c.oid
LEFT JOIN pg_catalog.pg_sequence s ON s.seqrelid = c.oid
LEFT JOIN pg_catalog.pg_depend own
  ON c.relkind = 'S' AND own.classid = 'pg_class'::regclass AND own.objid = c.oid
    AND own.objsubid = 0 AND own.refclassid = 'pg_class'::regclass AND own.refobjsubid > 0
    AND own.deptype IN ('a', 'i')
WHERE c.relnamespace = ANY (?)
  AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'c', 'f')
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
ORDER BY c.oid
