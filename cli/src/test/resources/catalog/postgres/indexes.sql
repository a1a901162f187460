SELECT indrelid::regclass, pg_get_indexdef(indexrelid), indisunique, indisvalid
FROM pg_index
JOIN pg_class c ON c.oid = indexrelid
WHERE c.relnamespace = 'public'::regnamespace AND c.relname !~ '^limbeck_'
