SELECT table_schema AS table_schema, table_name AS table_name, table_type AS table_type,
    engine AS engine, create_options AS create_options, table_collation AS table_collation,
    table_comment AS table_comment
FROM information_schema.tables
WHERE table_schema IN (${schemas})
    AND table_type IN ('BASE TABLE', 'VIEW', 'SEQUENCE', 'SYSTEM VERSIONED')
ORDER BY table_schema, table_name
