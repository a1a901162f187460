SELECT sequence_owner, sequence_name, min_value, max_value, increment_by, cycle_flag, order_flag,
    cache_size, last_number
FROM all_sequences
WHERE sequence_owner IN (${schemas}) AND sequence_name NOT LIKE 'ISEQ$$%'
ORDER BY sequence_owner, sequence_name
