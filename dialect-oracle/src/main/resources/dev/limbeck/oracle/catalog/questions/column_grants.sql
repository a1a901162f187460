SELECT table_schema, table_name, column_name, grantee, privilege, grantable FROM all_col_privs
WHERE table_schema IN (${schemas}) ORDER BY table_schema, table_name, column_name, grantee
