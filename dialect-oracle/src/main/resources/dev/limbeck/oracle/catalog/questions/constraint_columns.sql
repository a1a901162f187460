SELECT owner, constraint_name, column_name FROM all_cons_columns
WHERE owner IN (${schemas}) AND position IS NOT NULL
ORDER BY owner, constraint_name, position
