SELECT table_schema AS table_schema, table_name AS table_name, partition_name AS partition_name,
    subpartition_name AS subpartition_name, partition_method AS partition_method,
    partition_expression AS partition_expression, partition_description AS partition_description,
    subpartition_method AS subpartition_method,
    subpartition_expression AS subpartition_expression, partition_comment AS partition_comment
FROM information_schema.partitions
WHERE table_schema IN (${schemas}) AND partition_name IS NOT NULL
ORDER BY table_schema, table_name, partition_ordinal_position, subpartition_ordinal_position
