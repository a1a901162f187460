SELECT owner, synonym_name, table_owner, table_name, db_link FROM all_synonyms
WHERE owner IN (${schemas}) OR (owner = 'PUBLIC' AND table_owner IN (${schemas}))
ORDER BY owner, synonym_name
