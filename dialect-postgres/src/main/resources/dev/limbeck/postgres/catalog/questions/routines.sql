-- Which functions and procedures are there? Aggregates are asked for elsewhere.
SELECT p.oid, p.pronamespace AS namespace, p.proname AS name, p.prokind AS kind,
       l.lanname AS language, p.provolatile AS volatility, p.proisstrict AS strict,
       p.prosecdef AS security_definer, p.proleakproof AS leakproof, p.proparallel AS parallel,
       p.procost AS cost, p.prorows AS rows, p.proretset AS returns_set,
       CASE WHEN p.prosupport::oid <> 0 THEN p.prosupport::regproc::text END AS support,
       p.proconfig AS settings, p.prosrc AS source, p.probin AS object_file,
       pg_catalog.pg_get_function_sqlbody(p.oid) AS sql_body, -- since 14
       pg_catalog.pg_get_function_result(p.oid) AS result,
       ARRAY(SELECT pg_catalog.format_type(x.type, NULL)
             FROM unnest(coalesce(p.proallargtypes, p.proargtypes::oid[]))
               WITH ORDINALITY x (type, place)
             ORDER BY x.place) AS types,
       p.proargmodes::text[] AS modes, p.proargnames AS names,
       CASE WHEN p.pronargdefaults > 0 THEN ARRAY(
         SELECT pg_catalog.pg_get_function_arg_default(p.oid, n)
         FROM generate_series(1, coalesce(cardinality(p.proallargtypes), p.pronargs)) n
         ORDER BY n) END AS defaults,
       ARRAY(SELECT pg_catalog.format_type(x, NULL) FROM unnest(p.protrftypes) x) AS transforms
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
WHERE p.pronamespace = ANY (?) AND p.prokind <> 'a'
  AND NOT EXISTS (
    SELECT FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype IN ('e', 'i'))
ORDER BY p.oid
