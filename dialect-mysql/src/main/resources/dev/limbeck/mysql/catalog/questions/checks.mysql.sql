SELECT t.table_schema AS table_schema, t.table_name AS table_name,
    t.constraint_name AS constraint_name, t.enforced AS enforced, 'Table' AS declared,
    c.check_clause AS check_clause
FROM information_schema.table_constraints t
JOIN information_schema.check_constraints c
    ON c.constraint_schema = t.constraint_schema AND c.constraint_name = t.constraint_name
WHERE t.table_schema IN (${schemas}) AND t.constraint_type = 'CHECK'
ORDER BY t.table_schema, t.table_name, t.constraint_name
