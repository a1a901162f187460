-- What the dump leaves out or abbreviates.
SELECT table_name, ordinal_position, column_name, data_type, character_maximum_length, numeric_precision,
       numeric_scale, datetime_precision, is_nullable, column_default, identity_generation, identity_start,
       identity_increment, identity_minimum, identity_maximum, generation_expression, remarks
FROM information_schema.columns
WHERE table_schema = 'PUBLIC' AND table_name NOT LIKE 'LIMBECK\_%'
