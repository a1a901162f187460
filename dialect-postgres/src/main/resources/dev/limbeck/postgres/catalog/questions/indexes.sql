-- Which indexes are there, those behind constraints among them? Those of partitions that belong to
-- an index of the partitioned table are the parent's.
SELECT i.indexrelid AS oid, i.indrelid AS relation, ic.relname AS name, i.indisunique AS is_unique,
       i.indisvalid AS valid, i.indnkeyatts AS key_columns,
       i.indnullsnotdistinct AS nulls_not_distinct, -- since 15
       false AS nulls_not_distinct, -- before 15
       i.indisreplident AS replica_identity, i.indisclustered AS clustered,
       am.amname AS method, ic.reloptions AS options, ts.spcname AS tablespace,
       pg_catalog.pg_get_expr(i.indpred, i.indrelid, true) AS predicate,
       k.names, k.expressions, k.classes, k.collation_schemas, k.collations, k.settings
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
JOIN pg_catalog.pg_am am ON am.oid = ic.relam
LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = ic.reltablespace
CROSS JOIN LATERAL (
  SELECT array_agg(ta.attname::text ORDER BY e.place) AS names,
         array_agg(CASE WHEN e.number = 0
             THEN pg_catalog.pg_get_indexdef(i.indexrelid, e.place::int, true) END
           ORDER BY e.place) AS expressions,
         array_agg(
           CASE WHEN NOT oc.opcdefault OR ia.attoptions IS NOT NULL
             THEN CASE WHEN on_.nspname = 'pg_catalog' OR on_.nspname = current_schema()
                    THEN '' ELSE quote_ident(on_.nspname) || '.' END
               || quote_ident(oc.opcname)
               || coalesce((SELECT ' (' || string_agg(
                     split_part(o, '=', 1) || '=' || quote_literal(substr(o, strpos(o, '=') + 1)),
                     ', ' ORDER BY place) || ')'
                   FROM unnest(ia.attoptions) WITH ORDINALITY x (o, place)), '') END
           ORDER BY e.place) AS classes,
         array_agg(cn.nspname::text ORDER BY e.place) AS collation_schemas,
         array_agg(co.collname::text ORDER BY e.place) AS collations,
         array_agg(e.setting ORDER BY e.place) AS settings
  FROM unnest(i.indkey::int2[], i.indclass::oid[], i.indcollation::oid[], i.indoption::int2[])
    WITH ORDINALITY e (number, opclass, collid, setting, place)
  JOIN pg_catalog.pg_attribute ia ON ia.attrelid = i.indexrelid AND ia.attnum = e.place
  JOIN pg_catalog.pg_type it ON it.oid = ia.atttypid
  LEFT JOIN pg_catalog.pg_attribute ta
    ON e.number <> 0 AND ta.attrelid = i.indrelid AND ta.attnum = e.number
  LEFT JOIN pg_catalog.pg_opclass oc ON oc.oid = e.opclass
  LEFT JOIN pg_catalog.pg_namespace on_ ON on_.oid = oc.opcnamespace
  LEFT JOIN pg_catalog.pg_collation co
    -- what an index keeps of a text may be of another type: then the default collation is implied
    ON co.oid = e.collid
      AND e.collid <> coalesce(ta.attcollation, nullif(it.typcollation, 0), 'default'::regcollation)
  LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
) k
WHERE ic.relnamespace = ANY (?) AND NOT ic.relispartition
ORDER BY i.indexrelid
