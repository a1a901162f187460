SELECT v.owner, v.view_name, v.read_only, v.bequeath, c.comments, v.text
FROM all_views v
LEFT JOIN all_tab_comments c ON c.owner = v.owner AND c.table_name = v.view_name
WHERE v.owner IN (${schemas}) ORDER BY v.owner, v.view_name
