SELECT table_schema, table_name, grantee, privilege, grantable, type FROM all_tab_privs
WHERE table_schema IN (${schemas}) ORDER BY table_schema, table_name, grantee, privilege
