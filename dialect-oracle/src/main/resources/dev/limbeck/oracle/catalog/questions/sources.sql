SELECT owner, name, type, text FROM all_source
WHERE owner IN (${schemas}) AND name NOT LIKE 'SYS_PLSQL%' AND name NOT LIKE 'BIN$%'
    AND type IN ('TYPE', 'FUNCTION', 'PROCEDURE', 'PACKAGE', 'TYPE BODY', 'PACKAGE BODY', 'TRIGGER')
ORDER BY owner, type, name, line
