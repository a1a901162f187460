SELECT sequence_name, data_type, start_value, increment, minimum_value, maximum_value, cycle_option, cache
FROM information_schema.sequences
WHERE sequence_schema = 'PUBLIC' AND sequence_name NOT LIKE 'LIMBECK\_%'
