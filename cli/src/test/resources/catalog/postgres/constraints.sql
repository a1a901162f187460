-- Without those of NOT NULL, which PostgreSQL 18 names after the table that was there first.
SELECT conrelid::regclass, conname, contype, pg_get_constraintdef(oid), convalidated,
       obj_description(oid, 'pg_constraint')
FROM pg_constraint
WHERE connamespace = 'public'::regnamespace AND contype <> 'n' AND conrelid::regclass::text !~ '^limbeck_'
