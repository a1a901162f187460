SELECT owner, table_name, column_name, generation_type, identity_options
FROM all_tab_identity_cols WHERE owner IN (${schemas}) ORDER BY owner, table_name
