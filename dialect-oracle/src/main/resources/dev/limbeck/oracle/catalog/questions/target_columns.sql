SELECT c.owner, c.constraint_name, t.owner AS target_owner, t.table_name AS target_table,
    t.column_name AS target_column
FROM all_constraints c
JOIN all_cons_columns t ON t.owner = c.r_owner AND t.constraint_name = c.r_constraint_name
WHERE c.owner IN (${schemas}) AND c.constraint_type = 'R'
ORDER BY c.owner, c.constraint_name, t.position
