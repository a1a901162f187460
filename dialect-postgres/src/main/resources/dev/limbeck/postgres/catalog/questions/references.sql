-- What do expressions and queries use? The objects are those that texts belong to: rules make views,
-- a column is a generated one.
SELECT d.classid::regclass::text AS catalog, d.objid AS oid, d.objsubid AS number,
       d.refclassid::regclass::text AS used_catalog, d.refobjid AS used,
       d.refobjsubid AS used_number
FROM pg_catalog.pg_depend d
WHERE d.objid >= 16384 AND d.refobjid >= 16384 AND d.deptype IN ('n', 'a')
  AND d.refclassid IN ('pg_class'::regclass, 'pg_proc'::regclass, 'pg_type'::regclass)
  AND d.classid IN ('pg_rewrite'::regclass, 'pg_attrdef'::regclass, 'pg_constraint'::regclass,
    'pg_policy'::regclass, 'pg_trigger'::regclass, 'pg_proc'::regclass, 'pg_class'::regclass,
    'pg_type'::regclass, 'pg_operator'::regclass, 'pg_cast'::regclass, 'pg_transform'::regclass,
    'pg_statistic_ext'::regclass, 'pg_event_trigger'::regclass)
UNION ALL
SELECT 'pg_publication', p.prpubid, 0, 'pg_class', p.prrelid, 0
FROM pg_catalog.pg_publication_rel p
ORDER BY 1, 2, 3, 4, 5, 6
