SELECT table_name, index_name, seq_in_index, column_name, non_unique, collation, sub_part, index_type
FROM information_schema.statistics
WHERE table_schema = DATABASE() AND table_name NOT LIKE 'limbeck\_%'
