SELECT owner, table_name, column_name, data_default FROM all_tab_cols
WHERE owner IN (${schemas}) AND default_length IS NOT NULL
    AND (hidden_column = 'NO' OR user_generated = 'YES')
ORDER BY owner, table_name, internal_column_id
