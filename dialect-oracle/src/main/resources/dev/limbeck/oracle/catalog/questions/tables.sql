SELECT t.owner, t.table_name, t.temporary, t.duration, t.iot_type, t.row_movement, t.read_only,
    c.comments
FROM all_tables t
LEFT JOIN all_tab_comments c ON c.owner = t.owner AND c.table_name = t.table_name
WHERE t.owner IN (${schemas}) AND t.nested = 'NO' AND t.secondary = 'N' AND t.dropped = 'NO'
    AND t.iot_name IS NULL AND t.table_name NOT LIKE 'MLOG$%' AND t.table_name NOT LIKE 'RUPD$%'
ORDER BY t.owner, t.table_name
