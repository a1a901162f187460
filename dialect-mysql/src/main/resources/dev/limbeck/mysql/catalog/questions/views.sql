SELECT table_schema AS table_schema, table_name AS table_name, view_definition AS view_definition,
    check_option AS check_option, security_type AS security_type, ${algorithm} AS algorithm
FROM information_schema.views
WHERE table_schema IN (${schemas})
