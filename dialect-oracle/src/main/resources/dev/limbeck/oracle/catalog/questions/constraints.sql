SELECT owner, constraint_name, constraint_type, table_name, search_condition_vc, delete_rule,
    status, deferrable, deferred, validated, generated, rely
FROM all_constraints
WHERE owner IN (${schemas}) AND constraint_type IN ('P', 'U', 'R', 'C', 'V')
    AND table_name NOT LIKE 'BIN$%'
ORDER BY owner, table_name, constraint_name
