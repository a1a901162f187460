SELECT index_owner, index_name, column_position, column_expression FROM all_ind_expressions
WHERE table_owner IN (${schemas}) ORDER BY index_owner, index_name, column_position
