SELECT table_schema AS table_schema, table_name AS table_name, column_name AS column_name,
    column_default AS column_default, is_nullable AS is_nullable, column_type AS column_type,
    collation_name AS collation_name, extra AS extra, column_comment AS column_comment,
    generation_expression AS generation_expression, ${srs_id} AS srs_id
FROM information_schema.columns
WHERE table_schema IN (${schemas})
ORDER BY table_schema, table_name, ordinal_position
