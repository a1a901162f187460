SELECT index_owner, index_name, column_name, column_position, descend FROM all_ind_columns
WHERE table_owner IN (${schemas}) ORDER BY index_owner, index_name, column_position
