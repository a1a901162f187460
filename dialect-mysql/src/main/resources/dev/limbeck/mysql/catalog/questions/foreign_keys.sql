SELECT k.table_schema AS table_schema, k.table_name AS table_name,
    k.constraint_name AS constraint_name, k.column_name AS column_name,
    k.referenced_table_schema AS target_schema, k.referenced_table_name AS target_table,
    k.referenced_column_name AS target_column, r.update_rule AS update_rule,
    r.delete_rule AS delete_rule
FROM information_schema.key_column_usage k
JOIN information_schema.referential_constraints r
    ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name
    AND r.table_name = k.table_name
WHERE k.table_schema IN (${schemas}) AND r.constraint_schema IN (${schemas})
    AND k.referenced_table_name IS NOT NULL
ORDER BY k.table_schema, k.table_name, k.constraint_name, k.ordinal_position
