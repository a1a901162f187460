-- Enums, domains, ranges; a table's row type and an array type come with what they are of.
SELECT typname, typtype, format_type(typbasetype, typtypmod),
       (SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid),
       obj_description(oid, 'pg_type')
FROM pg_type t
WHERE typnamespace = 'public'::regnamespace AND typtype NOT IN ('b', 'c')
