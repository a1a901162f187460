-- Which extensions did somebody install, which version where it isn't the server's choice, and what does
-- the extension say of itself?
SELECT e.oid, e.extname AS name, n.nspname AS schema,
       CASE WHEN e.extversion IS DISTINCT FROM a.default_version THEN e.extversion END AS version,
       a.comment AS usual_comment
FROM pg_catalog.pg_extension e
JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
LEFT JOIN pg_catalog.pg_available_extensions() a ON a.name = e.extname
WHERE e.oid >= 16384
ORDER BY e.extname
