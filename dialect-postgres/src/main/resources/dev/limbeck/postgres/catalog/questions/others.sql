-- What else did somebody make, and what statement makes it again? Where there is none the server or
-- this query can't tell. Objects without a schema have an empty one.
WITH chosen AS (SELECT unnest(?::oid[]) AS namespace),
members AS (
  SELECT d.classid, d.objid FROM pg_catalog.pg_depend d WHERE d.deptype IN ('e', 'i')),
found AS (
  SELECT 'pg_type' AS catalog, t.oid, 'range type' AS kind, t.typnamespace AS namespace,
         quote_ident(t.typname) AS name, t.typname::text AS bare,
         'CREATE TYPE ' || t.oid::regtype || ' AS RANGE (subtype = '
           || format_type(r.rngsubtype, NULL)
           || CASE WHEN NOT oc.opcdefault THEN ', subtype_opclass = ' || quote_ident(oc.opcname)
                ELSE '' END
           || CASE WHEN r.rngcollation <> 0 AND r.rngcollation <> st.typcollation
                THEN ', collation = ' || r.rngcollation::regcollation ELSE '' END
           || CASE WHEN r.rngcanonical <> 0 THEN ', canonical = ' || r.rngcanonical ELSE '' END
           || CASE WHEN r.rngsubdiff <> 0 THEN ', subtype_diff = ' || r.rngsubdiff ELSE '' END
           || coalesce((
                SELECT ', multirange_type_name = ' || quote_ident(mt.typname)
                FROM pg_catalog.pg_type mt
                -- read this way since versions before 14 have no such column
                WHERE mt.oid = (to_jsonb(r) ->> 'rngmultitypid')::oid
                  AND mt.typname <> CASE WHEN t.typname LIKE '%range%'
                        THEN regexp_replace(t.typname, 'range', 'multirange')
                        ELSE t.typname || '_multirange' END), '')
           || ')' AS definition
  FROM pg_catalog.pg_range r
  JOIN pg_catalog.pg_type t ON t.oid = r.rngtypid
  JOIN pg_catalog.pg_type st ON st.oid = r.rngsubtype
  JOIN pg_catalog.pg_opclass oc ON oc.oid = r.rngsubopc
  UNION ALL
  SELECT 'pg_type', t.oid, 'base type', t.typnamespace, quote_ident(t.typname), t.typname::text,
         NULL
  FROM pg_catalog.pg_type t
  WHERE t.typtype IN ('b', 'p') AND t.typcategory <> 'A' AND t.oid >= 16384
  UNION ALL
  SELECT 'pg_proc', p.oid, 'aggregate', p.pronamespace,
         quote_ident(p.proname) || '('
           || coalesce(nullif(pg_get_function_identity_arguments(p.oid), ''), '*') || ')',
         p.proname::text,
         CASE WHEN a.aggkind = 'n' THEN
           'CREATE AGGREGATE '
             || CASE WHEN p.pronamespace = current_schema()::regnamespace THEN ''
                  ELSE p.pronamespace::regnamespace || '.' END
             || quote_ident(p.proname) || '('
             || coalesce(nullif(pg_get_function_identity_arguments(p.oid), ''), '*')
             || ') (sfunc = ' || a.aggtransfn || ', stype = ' || format_type(a.aggtranstype, NULL)
             || CASE WHEN a.aggtransspace <> 0 THEN ', sspace = ' || a.aggtransspace ELSE '' END
             || CASE WHEN a.aggfinalfn <> 0 THEN ', finalfunc = ' || a.aggfinalfn ELSE '' END
             || CASE WHEN a.aggfinalextra THEN ', finalfunc_extra' ELSE '' END
             || CASE WHEN a.aggcombinefn <> 0 THEN ', combinefunc = ' || a.aggcombinefn ELSE '' END
             || CASE WHEN a.aggserialfn <> 0 THEN ', serialfunc = ' || a.aggserialfn ELSE '' END
             || CASE WHEN a.aggdeserialfn <> 0
                  THEN ', deserialfunc = ' || a.aggdeserialfn ELSE '' END
             || coalesce(', initcond = ' || quote_literal(a.agginitval), '')
             || CASE WHEN a.aggmtransfn <> 0 THEN ', msfunc = ' || a.aggmtransfn
                  || ', minvfunc = ' || a.aggminvtransfn
                  || ', mstype = ' || format_type(a.aggmtranstype, NULL)
                  || CASE WHEN a.aggmfinalfn <> 0 THEN ', mfinalfunc = ' || a.aggmfinalfn ELSE '' END
                  || coalesce(', minitcond = ' || quote_literal(a.aggminitval), '') ELSE '' END
             || CASE p.proparallel WHEN 's' THEN ', parallel = safe'
                  WHEN 'r' THEN ', parallel = restricted' ELSE '' END
             || ')' END
  FROM pg_catalog.pg_aggregate a
  JOIN pg_catalog.pg_proc p ON p.oid = a.aggfnoid
  UNION ALL
  SELECT 'pg_operator', o.oid, 'operator', o.oprnamespace,
         o.oprname || ' (' || CASE WHEN o.oprleft = 0 THEN 'NONE'
           ELSE format_type(o.oprleft, NULL) END || ', ' || format_type(o.oprright, NULL) || ')',
         o.oprname::text,
         'CREATE OPERATOR '
           || CASE WHEN o.oprnamespace = current_schema()::regnamespace THEN ''
                ELSE o.oprnamespace::regnamespace || '.' END
           || o.oprname || ' (function = ' || o.oprcode
           || CASE WHEN o.oprleft <> 0 THEN ', leftarg = ' || format_type(o.oprleft, NULL)
                ELSE '' END
           || ', rightarg = ' || format_type(o.oprright, NULL)
           || coalesce(', commutator = ' || (SELECT c.oprname FROM pg_catalog.pg_operator c
                WHERE c.oid = o.oprcom), '')
           || coalesce(', negator = ' || (SELECT c.oprname FROM pg_catalog.pg_operator c
                WHERE c.oid = o.oprnegate), '')
           || CASE WHEN o.oprrest <> 0 THEN ', restrict = ' || o.oprrest ELSE '' END
           || CASE WHEN o.oprjoin <> 0 THEN ', join = ' || o.oprjoin ELSE '' END
           || CASE WHEN o.oprcanhash THEN ', hashes' ELSE '' END
           || CASE WHEN o.oprcanmerge THEN ', merges' ELSE '' END || ')'
  FROM pg_catalog.pg_operator o
  WHERE o.oprcode <> 0
  UNION ALL
  SELECT 'pg_opfamily', f.oid, 'operator family', f.opfnamespace,
         quote_ident(f.opfname) || ' USING ' || quote_ident(am.amname), f.opfname::text, NULL
  FROM pg_catalog.pg_opfamily f
  JOIN pg_catalog.pg_am am ON am.oid = f.opfmethod
  UNION ALL
  SELECT 'pg_opclass', o.oid, 'operator class', o.opcnamespace,
         quote_ident(o.opcname) || ' USING ' || quote_ident(am.amname), o.opcname::text, NULL
  FROM pg_catalog.pg_opclass o
  JOIN pg_catalog.pg_am am ON am.oid = o.opcmethod
  UNION ALL
  SELECT 'pg_collation', c.oid, 'collation', c.collnamespace, quote_ident(c.collname),
         c.collname::text,
         'CREATE COLLATION '
           || CASE WHEN c.collnamespace = current_schema()::regnamespace THEN ''
                ELSE c.collnamespace::regnamespace || '.' END
           || quote_ident(c.collname) || ' ('
           || CASE c.collprovider WHEN 'i' THEN 'provider = icu, '
                WHEN 'b' THEN 'provider = builtin, ' ELSE '' END
           || CASE WHEN c.colllocale IS NOT NULL THEN 'locale = ' || quote_literal(c.colllocale) -- since 17
           || CASE WHEN c.colliculocale IS NOT NULL THEN 'locale = ' || quote_literal(c.colliculocale) -- 15 to 16
           || CASE WHEN false THEN '' -- before 15
                WHEN c.collcollate = c.collctype THEN 'locale = ' || quote_literal(c.collcollate)
                ELSE 'lc_collate = ' || quote_literal(c.collcollate) || ', lc_ctype = '
                  || quote_literal(c.collctype) END
           || CASE WHEN c.collisdeterministic THEN '' ELSE ', deterministic = false' END
           || coalesce(', rules = ' || quote_literal(c.collicurules), '') -- since 16
           || ')'
  FROM pg_catalog.pg_collation c
  UNION ALL
  SELECT 'pg_conversion', c.oid, 'conversion', c.connamespace, quote_ident(c.conname),
         c.conname::text,
         'CREATE ' || CASE WHEN c.condefault THEN 'DEFAULT ' ELSE '' END || 'CONVERSION '
           || CASE WHEN c.connamespace = current_schema()::regnamespace THEN ''
                ELSE c.connamespace::regnamespace || '.' END
           || quote_ident(c.conname) || ' FOR '
           || quote_literal(pg_encoding_to_char(c.conforencoding)) || ' TO '
           || quote_literal(pg_encoding_to_char(c.contoencoding)) || ' FROM ' || c.conproc
  FROM pg_catalog.pg_conversion c
  UNION ALL
  SELECT 'pg_statistic_ext', s.oid, 'statistics', s.stxnamespace, quote_ident(s.stxname),
         s.stxname::text,
         CASE WHEN s.stxnamespace = current_schema()::regnamespace
           THEN 'CREATE STATISTICS ' || substr(pg_get_statisticsobjdef(s.oid),
             length('CREATE STATISTICS ' || current_schema()::regnamespace || '.') + 1)
           ELSE pg_get_statisticsobjdef(s.oid) END
           || CASE WHEN s.stxstattarget >= 0
                THEN ';' || chr(10) || 'ALTER STATISTICS '
                  || CASE WHEN s.stxnamespace = current_schema()::regnamespace THEN ''
                       ELSE s.stxnamespace::regnamespace || '.' END
                  || quote_ident(s.stxname) || ' SET STATISTICS ' || s.stxstattarget
                ELSE '' END
  FROM pg_catalog.pg_statistic_ext s
  UNION ALL
  SELECT 'pg_ts_dict', t.oid, 'text search dictionary', t.dictnamespace, quote_ident(t.dictname),
         t.dictname::text,
         'CREATE TEXT SEARCH DICTIONARY ' || t.oid::regdictionary || ' (TEMPLATE = '
           || CASE WHEN tm.tmplnamespace = 'pg_catalog'::regnamespace THEN ''
                ELSE tm.tmplnamespace::regnamespace || '.' END
           || quote_ident(tm.tmplname) || coalesce(', ' || t.dictinitoption, '') || ')'
  FROM pg_catalog.pg_ts_dict t
  JOIN pg_catalog.pg_ts_template tm ON tm.oid = t.dicttemplate
  UNION ALL
  SELECT 'pg_ts_config', t.oid, 'text search configuration', t.cfgnamespace,
         quote_ident(t.cfgname), t.cfgname::text,
         'CREATE TEXT SEARCH CONFIGURATION ' || t.oid::regconfig || ' (PARSER = '
           || CASE WHEN p.prsnamespace = 'pg_catalog'::regnamespace THEN ''
                ELSE p.prsnamespace::regnamespace || '.' END
           || quote_ident(p.prsname) || ')'
           || coalesce((
             SELECT string_agg(
               ';' || chr(10) || 'ALTER TEXT SEARCH CONFIGURATION ' || t.oid::regconfig
                 || ' ADD MAPPING FOR ' || m.token || ' WITH ' || m.dictionaries, ''
               ORDER BY m.token)
             FROM (
               SELECT (SELECT k.alias FROM ts_token_type(t.cfgparser) k
                       WHERE k.tokid = c.maptokentype) AS token,
                      string_agg(c.mapdict::regdictionary::text, ', ' ORDER BY c.mapseqno)
                        AS dictionaries
               FROM pg_catalog.pg_ts_config_map c
               WHERE c.mapcfg = t.oid
               GROUP BY c.maptokentype) m), '')
  FROM pg_catalog.pg_ts_config t
  JOIN pg_catalog.pg_ts_parser p ON p.oid = t.cfgparser
  UNION ALL
  SELECT 'pg_ts_parser', t.oid, 'text search parser', t.prsnamespace, quote_ident(t.prsname),
         t.prsname::text, NULL
  FROM pg_catalog.pg_ts_parser t
  UNION ALL
  SELECT 'pg_ts_template', t.oid, 'text search template', t.tmplnamespace,
         quote_ident(t.tmplname), t.tmplname::text, NULL
  FROM pg_catalog.pg_ts_template t
  UNION ALL
  SELECT 'pg_class', c.oid, 'foreign table', c.relnamespace, quote_ident(c.relname),
         c.relname::text,
         'CREATE FOREIGN TABLE ' || c.oid::regclass || ' ('
           || coalesce((
             SELECT string_agg(
               quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
                 || coalesce(' OPTIONS (' || (
                   SELECT string_agg(quote_ident(split_part(o, '=', 1)) || ' '
                     || quote_literal(substr(o, strpos(o, '=') + 1)), ', ' ORDER BY place)
                   FROM unnest(a.attfdwoptions) WITH ORDINALITY x (o, place)) || ')', '')
                 || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')
                 || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END, ', ' ORDER BY a.attnum)
             FROM pg_catalog.pg_attribute a
             LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
             WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '')
           || ') SERVER ' || quote_ident(s.srvname)
           || coalesce(' OPTIONS (' || (
             SELECT string_agg(quote_ident(split_part(o, '=', 1)) || ' '
               || quote_literal(substr(o, strpos(o, '=') + 1)), ', ' ORDER BY place)
             FROM unnest(f.ftoptions) WITH ORDINALITY x (o, place)) || ')', '')
  FROM pg_catalog.pg_foreign_table f
  JOIN pg_catalog.pg_class c ON c.oid = f.ftrelid
  JOIN pg_catalog.pg_foreign_server s ON s.oid = f.ftserver
  UNION ALL
  SELECT 'pg_foreign_server', s.oid, 'server', NULL, quote_ident(s.srvname), s.srvname::text,
         'CREATE SERVER ' || quote_ident(s.srvname)
           || coalesce(' TYPE ' || quote_literal(s.srvtype), '')
           || coalesce(' VERSION ' || quote_literal(s.srvversion), '')
           || ' FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname)
           || coalesce(' OPTIONS (' || (
             SELECT string_agg(quote_ident(split_part(o, '=', 1)) || ' '
               || quote_literal(substr(o, strpos(o, '=') + 1)), ', ' ORDER BY place)
             FROM unnest(s.srvoptions) WITH ORDINALITY x (o, place)) || ')', '')
  FROM pg_catalog.pg_foreign_server s
  JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = s.srvfdw
  UNION ALL
  SELECT 'pg_foreign_data_wrapper', w.oid, 'foreign data wrapper', NULL, quote_ident(w.fdwname),
         w.fdwname::text,
         'CREATE FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname)
           || CASE WHEN w.fdwhandler <> 0 THEN ' HANDLER ' || w.fdwhandler::regproc ELSE '' END
           || CASE WHEN w.fdwvalidator <> 0
                THEN ' VALIDATOR ' || w.fdwvalidator::regproc ELSE '' END
           || coalesce(' OPTIONS (' || (
             SELECT string_agg(quote_ident(split_part(o, '=', 1)) || ' '
               || quote_literal(substr(o, strpos(o, '=') + 1)), ', ' ORDER BY place)
             FROM unnest(w.fdwoptions) WITH ORDINALITY x (o, place)) || ')', '')
  FROM pg_catalog.pg_foreign_data_wrapper w
  UNION ALL
  SELECT 'pg_user_mapping', u.umid, 'user mapping', NULL,
         'FOR ' || quote_ident(u.usename) || ' SERVER ' || quote_ident(u.srvname), u.usename::text,
         NULL
  FROM pg_catalog.pg_user_mappings u
  UNION ALL
  SELECT 'pg_cast', c.oid, 'cast', NULL,
         '(' || format_type(c.castsource, NULL) || ' AS ' || format_type(c.casttarget, NULL) || ')',
         format_type(c.castsource, NULL),
         'CREATE CAST (' || format_type(c.castsource, NULL) || ' AS '
           || format_type(c.casttarget, NULL) || ') '
           || CASE c.castmethod WHEN 'i' THEN 'WITH INOUT' WHEN 'b' THEN 'WITHOUT FUNCTION'
                ELSE 'WITH FUNCTION ' || c.castfunc::regprocedure END
           || CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT'
                ELSE '' END
  FROM pg_catalog.pg_cast c
  UNION ALL
  SELECT 'pg_transform', t.oid, 'transform', NULL,
         'FOR ' || format_type(t.trftype, NULL) || ' LANGUAGE ' || quote_ident(l.lanname),
         l.lanname::text,
         'CREATE TRANSFORM FOR ' || format_type(t.trftype, NULL) || ' LANGUAGE '
           || quote_ident(l.lanname) || ' ('
           || concat_ws(', ',
             CASE WHEN t.trffromsql <> 0
               THEN 'FROM SQL WITH FUNCTION ' || t.trffromsql::regprocedure END,
             CASE WHEN t.trftosql <> 0
               THEN 'TO SQL WITH FUNCTION ' || t.trftosql::regprocedure END) || ')'
  FROM pg_catalog.pg_transform t
  JOIN pg_catalog.pg_language l ON l.oid = t.trflang
  UNION ALL
  SELECT 'pg_language', l.oid, 'language', NULL, quote_ident(l.lanname), l.lanname::text, NULL
  FROM pg_catalog.pg_language l
  UNION ALL
  SELECT 'pg_am', a.oid, 'access method', NULL, quote_ident(a.amname), a.amname::text,
         'CREATE ACCESS METHOD ' || quote_ident(a.amname) || ' TYPE '
           || CASE a.amtype WHEN 'i' THEN 'INDEX' ELSE 'TABLE' END || ' HANDLER ' || a.amhandler
  FROM pg_catalog.pg_am a
  UNION ALL
  SELECT 'pg_event_trigger', e.oid, 'event trigger', NULL, quote_ident(e.evtname),
         e.evtname::text,
         'CREATE EVENT TRIGGER ' || quote_ident(e.evtname) || ' ON ' || e.evtevent
           || coalesce(' WHEN TAG IN (' || (
             SELECT string_agg(quote_literal(x), ', ') FROM unnest(e.evttags) x) || ')', '')
           || ' EXECUTE FUNCTION ' || e.evtfoid::regproc || '()'
           || CASE e.evtenabled WHEN 'O' THEN ''
                ELSE ';' || chr(10) || 'ALTER EVENT TRIGGER ' || quote_ident(e.evtname)
                  || CASE e.evtenabled WHEN 'D' THEN ' DISABLE' WHEN 'R' THEN ' ENABLE REPLICA'
                       ELSE ' ENABLE ALWAYS' END END
  FROM pg_catalog.pg_event_trigger e
  UNION ALL
  SELECT 'pg_publication', p.oid, 'publication', NULL, quote_ident(p.pubname), p.pubname::text,
         'CREATE PUBLICATION ' || quote_ident(p.pubname)
           || CASE WHEN p.puballtables THEN ' FOR ALL TABLES'
                ELSE coalesce(' FOR ' || nullif(concat_ws(', ',
                  (SELECT 'TABLE ' || string_agg(
                     r.prrelid::regclass
                       || coalesce(' (' || (SELECT string_agg(quote_ident(a.attname), ', ' -- since 15
                            ORDER BY a.attnum) FROM pg_catalog.pg_attribute a -- since 15
                            WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs::int2[])) -- since 15
                            || ')', '') -- since 15
                       || coalesce(' WHERE (' || pg_get_expr(r.prqual, r.prrelid, true) || ')', '') -- since 15
                       || '', ', ' ORDER BY r.prrelid::regclass::text)
                   FROM pg_catalog.pg_publication_rel r WHERE r.prpubid = p.oid),
                  (SELECT 'TABLES IN SCHEMA ' || string_agg(r.pnnspid::regnamespace::text, ', ' -- since 15
                     ORDER BY r.pnnspid::regnamespace::text) -- since 15
                   FROM pg_catalog.pg_publication_namespace r WHERE r.pnpubid = p.oid), -- since 15
                  NULL), ''), '') END
           || coalesce(' WITH (' || nullif(concat_ws(', ',
             CASE WHEN NOT (p.pubinsert AND p.pubupdate AND p.pubdelete AND p.pubtruncate)
               THEN 'publish = ' || quote_literal(concat_ws(', ',
                 CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                 CASE WHEN p.pubdelete THEN 'delete' END,
                 CASE WHEN p.pubtruncate THEN 'truncate' END)) END,
             CASE WHEN p.pubviaroot THEN 'publish_via_partition_root = true' END), '') || ')', '')
  FROM pg_catalog.pg_publication p
  UNION ALL
  SELECT 'pg_subscription', s.oid, 'subscription', NULL, quote_ident(s.subname), s.subname::text, -- since 14
         NULL
  FROM pg_catalog.pg_subscription s -- since 14
  WHERE s.subdbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database()) -- since 14
  UNION ALL
  SELECT 'pg_default_acl', d.oid, 'default privileges', d.defaclnamespace,
         'of ' || pg_get_userbyid(d.defaclrole) || ' for '
           || CASE d.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences'
                WHEN 'f' THEN 'functions' WHEN 'T' THEN 'types' WHEN 'n' THEN 'schemas'
                ELSE 'large objects' END,
         pg_get_userbyid(d.defaclrole)::text, NULL
  FROM pg_catalog.pg_default_acl d
)
SELECT f.catalog, f.oid, f.kind, coalesce(f.namespace, 0) AS namespace, f.name, f.bare, f.definition
FROM found f
WHERE f.oid >= 16384
  AND (f.namespace IS NULL OR f.namespace = 0 OR f.namespace IN (SELECT namespace FROM chosen))
  AND NOT EXISTS (
    SELECT FROM members m WHERE m.classid = f.catalog::regclass AND m.objid = f.oid)
  AND NOT (f.kind = 'operator family' AND EXISTS (
    SELECT FROM pg_catalog.pg_depend d
    WHERE d.classid = 'pg_opclass'::regclass AND d.refclassid = 'pg_opfamily'::regclass
      AND d.refobjid = f.oid AND d.deptype = 'a'))
ORDER BY f.kind, f.namespace, f.name
