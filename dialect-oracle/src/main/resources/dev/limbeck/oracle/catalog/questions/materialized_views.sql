SELECT v.owner, v.mview_name, v.refresh_mode, v.refresh_method, v.build_mode, v.rewrite_enabled,
    v.updatable, c.comments, v.query
FROM all_mviews v
LEFT JOIN all_mview_comments c ON c.owner = v.owner AND c.mview_name = v.mview_name
WHERE v.owner IN (${schemas}) ORDER BY v.owner, v.mview_name
