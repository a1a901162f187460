SELECT trigger_schema AS table_schema, event_object_table AS table_name,
    trigger_name AS trigger_name, event_manipulation AS event, action_timing AS timing,
    action_statement AS body
FROM information_schema.triggers
WHERE trigger_schema IN (${schemas})
ORDER BY trigger_schema, event_object_table, action_timing, event_manipulation, action_order
