SELECT t.owner, t.table_name, t.column_name, t.data_type, t.data_type_owner, t.data_length,
    t.char_length, t.char_used, t.data_precision, t.data_scale, t.nullable, t.default_on_null,
    t.identity_column, t.virtual_column, t.hidden_column, t.collation, c.comments
FROM all_tab_cols t
LEFT JOIN all_col_comments c
    ON c.owner = t.owner AND c.table_name = t.table_name AND c.column_name = t.column_name
WHERE t.owner IN (${schemas}) AND (t.hidden_column = 'NO' OR t.user_generated = 'YES')
ORDER BY t.owner, t.table_name, t.internal_column_id
