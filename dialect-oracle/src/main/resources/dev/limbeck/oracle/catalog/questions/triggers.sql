SELECT owner, trigger_name, status FROM all_triggers
WHERE owner IN (${schemas}) ORDER BY owner, trigger_name
