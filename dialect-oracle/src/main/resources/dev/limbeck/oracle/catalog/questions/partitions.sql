SELECT p.table_owner, p.table_name, p.partition_name, p.read_only, p.high_value
FROM all_tab_partitions p
WHERE p.table_owner IN (${schemas}) AND p."INTERVAL" = 'NO'
ORDER BY p.table_owner, p.table_name, p.partition_position
