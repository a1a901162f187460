-- What do comments say?
SELECT d.classoid::regclass::text AS catalog, d.objoid AS oid, d.objsubid AS number,
       d.description AS text
FROM pg_catalog.pg_description d
WHERE d.objoid >= 16384
ORDER BY d.objoid
