SELECT routine_name, routine_type, routine_definition FROM information_schema.routines WHERE routine_schema = DATABASE()
UNION ALL
SELECT trigger_name, event_object_table, action_statement FROM information_schema.triggers WHERE trigger_schema = DATABASE()
