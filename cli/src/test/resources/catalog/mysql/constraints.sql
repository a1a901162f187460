SELECT t.table_name, t.constraint_name, t.constraint_type, k.column_name, k.ordinal_position,
       k.referenced_table_name, k.referenced_column_name
FROM information_schema.table_constraints t
LEFT JOIN information_schema.key_column_usage k
    ON k.constraint_schema = t.constraint_schema AND k.constraint_name = t.constraint_name
    AND k.table_name = t.table_name AND k.table_schema = DATABASE()
WHERE t.table_schema = DATABASE() AND t.table_name NOT LIKE 'limbeck\_%'
