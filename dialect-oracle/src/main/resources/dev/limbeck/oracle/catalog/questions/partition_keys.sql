SELECT owner, name, object_type, column_name FROM all_part_key_columns
WHERE owner IN (${schemas}) ORDER BY owner, name, column_position
