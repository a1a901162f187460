SELECT i.owner, i.index_name, i.index_type, i.table_owner, i.table_name, i.uniqueness,
    i.visibility, i.ityp_owner, i.ityp_name, i.parameters, i.status
FROM all_indexes i
WHERE i.table_owner IN (${schemas}) AND i.index_type NOT IN ('LOB', 'IOT - TOP', 'CLUSTER')
    AND i.index_name NOT LIKE 'I_SNAP$%' AND i.table_name NOT LIKE 'BIN$%'
    AND NOT EXISTS (
        SELECT 1 FROM all_constraints k
        WHERE k.owner = i.table_owner AND k.table_name = i.table_name
            AND k.constraint_type IN ('P', 'U') AND k.index_name = i.index_name
            AND (k.constraint_name = i.index_name OR i.generated = 'Y'))
ORDER BY i.table_owner, i.table_name, i.index_name
