SELECT constraint_schema AS table_schema, table_name AS table_name,
    constraint_name AS constraint_name, 'YES' AS enforced, level AS declared,
    check_clause AS check_clause
FROM information_schema.check_constraints
WHERE constraint_schema IN (${schemas})
ORDER BY constraint_schema, table_name, constraint_name
