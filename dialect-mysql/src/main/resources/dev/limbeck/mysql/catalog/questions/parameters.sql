SELECT specific_schema AS routine_schema, specific_name AS routine_name,
    routine_type AS routine_type, parameter_mode AS mode, parameter_name AS parameter_name,
    dtd_identifier AS type
FROM information_schema.parameters
WHERE specific_schema IN (${schemas}) AND ordinal_position > 0
ORDER BY specific_schema, specific_name, routine_type, ordinal_position
