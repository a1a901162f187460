SELECT owner, table_name FROM all_external_tables
WHERE owner IN (${schemas}) ORDER BY owner, table_name
