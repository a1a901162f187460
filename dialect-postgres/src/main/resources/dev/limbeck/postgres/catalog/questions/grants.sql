-- Who may do what, beyond what the owner and the server's defaults give; and which privileges that
-- everybody has by default were taken away?
WITH granted AS (
  SELECT 'pg_class' AS catalog, c.oid, 0 AS number, c.relowner AS owner, c.relacl AS acl,
         acldefault(CASE WHEN c.relkind = 'S' THEN 's' ELSE 'r' END::"char", c.relowner) AS usual
  FROM pg_catalog.pg_class c
  WHERE c.relacl IS NOT NULL AND c.relnamespace = ANY (?)
  UNION ALL
  SELECT 'pg_class', a.attrelid, a.attnum, c.relowner, a.attacl, acldefault('c', c.relowner)
  FROM pg_catalog.pg_attribute a
  JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
  WHERE a.attacl IS NOT NULL AND c.relnamespace = ANY (?)
  UNION ALL
  SELECT 'pg_namespace', n.oid, 0, n.nspowner, n.nspacl, acldefault('n', n.nspowner)
  FROM pg_catalog.pg_namespace n
  WHERE n.nspacl IS NOT NULL AND n.oid = ANY (?)
  UNION ALL
  SELECT 'pg_proc', p.oid, 0, p.proowner, p.proacl, acldefault('f', p.proowner)
  FROM pg_catalog.pg_proc p
  WHERE p.proacl IS NOT NULL AND p.pronamespace = ANY (?)
  UNION ALL
  SELECT 'pg_type', t.oid, 0, t.typowner, t.typacl, acldefault('T', t.typowner)
  FROM pg_catalog.pg_type t
  WHERE t.typacl IS NOT NULL AND t.typnamespace = ANY (?)
)
SELECT g.catalog, g.oid, g.number,
       CASE WHEN x.grantee = 0 THEN '' ELSE pg_catalog.pg_get_userbyid(x.grantee)::text END
         AS grantee,
       x.privilege_type AS privilege, bool_or(x.is_grantable) AS grantable, false AS taken
FROM granted g
CROSS JOIN LATERAL aclexplode(g.acl) x
WHERE x.grantee <> g.owner
  AND NOT EXISTS (
    SELECT FROM aclexplode(g.usual) u
    WHERE u.grantee = x.grantee AND u.privilege_type = x.privilege_type
      AND u.is_grantable = x.is_grantable)
GROUP BY g.catalog, g.oid, g.number, x.grantee, x.privilege_type
UNION ALL
SELECT g.catalog, g.oid, g.number, '', u.privilege_type, false, true
FROM granted g
CROSS JOIN LATERAL aclexplode(g.usual) u
WHERE u.grantee = 0
  AND NOT EXISTS (
    SELECT FROM aclexplode(g.acl) x
    WHERE x.grantee = 0 AND x.privilege_type = u.privilege_type)
ORDER BY 1, 2, 3, 4, 5
