-- Sequences of MariaDB are among them.
SELECT table_name, table_type, engine, table_collation, table_comment
FROM information_schema.tables
WHERE table_schema = DATABASE() AND table_name NOT LIKE 'limbeck\_%'
