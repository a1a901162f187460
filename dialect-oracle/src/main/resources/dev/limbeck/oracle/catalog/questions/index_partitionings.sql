SELECT owner, index_name, locality, partitioning_type, partition_count FROM all_part_indexes
WHERE owner IN (${schemas}) ORDER BY owner, index_name
