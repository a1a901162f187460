SELECT table_name, ordinal_position, column_name, column_type, collation_name, is_nullable,
       REPLACE(column_default, CONCAT('`', DATABASE(), '`.'), ''), extra,
       generation_expression, column_comment
FROM information_schema.columns
WHERE table_schema = DATABASE() AND table_name NOT LIKE 'limbeck\_%'
