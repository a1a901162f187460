SELECT table_schema AS table_schema, table_name AS table_name, index_name AS index_name,
    non_unique AS non_unique, column_name AS column_name, collation AS sorted,
    sub_part AS sub_part, index_type AS index_type, index_comment AS index_comment,
    ${hidden} AS hidden, ${expression} AS expression
FROM information_schema.statistics
WHERE table_schema IN (${schemas})
ORDER BY table_schema, table_name, index_name, seq_in_index
