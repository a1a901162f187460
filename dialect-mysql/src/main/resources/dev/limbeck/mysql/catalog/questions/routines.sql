SELECT routine_schema AS routine_schema, routine_name AS routine_name,
    routine_type AS routine_type, dtd_identifier AS returned, routine_definition AS body,
    external_language AS language, is_deterministic AS is_deterministic,
    sql_data_access AS data_access, security_type AS security_type,
    routine_comment AS routine_comment
FROM information_schema.routines
WHERE routine_schema IN (${schemas})
ORDER BY routine_schema, routine_name
