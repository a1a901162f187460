SELECT table_name, REPLACE(view_definition, CONCAT('`', DATABASE(), '`.'), ''), check_option, security_type
FROM information_schema.views
WHERE table_schema = DATABASE()
