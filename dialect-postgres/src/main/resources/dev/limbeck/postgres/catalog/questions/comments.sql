-- What do comments say? Those of extensions come with their files and are nobody's wish.
SELECT d.classoid::regclass::text AS catalog, d.objoid AS oid, d.objsubid AS number,
       d.description AS text
FROM pg_catalog.pg_description d
WHERE d.objoid >= 16384 AND d.classoid <> 'pg_extension'::regclass
ORDER BY d.objoid
