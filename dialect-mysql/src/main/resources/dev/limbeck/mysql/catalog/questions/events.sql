SELECT event_schema AS event_schema, event_name AS event_name, event_type AS event_type,
    execute_at AS execute_at, interval_value AS interval_value, interval_field AS interval_field,
    CASE WHEN starts = created THEN NULL ELSE starts END AS starts, ends AS ends,
    status AS status, on_completion AS on_completion, event_comment AS event_comment,
    event_definition AS body
FROM information_schema.events
WHERE event_schema IN (${schemas})
ORDER BY event_schema, event_name
