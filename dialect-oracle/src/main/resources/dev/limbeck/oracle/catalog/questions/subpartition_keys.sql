SELECT owner, name, object_type, column_name FROM all_subpart_key_columns
WHERE owner IN (${schemas}) ORDER BY owner, name, column_position
