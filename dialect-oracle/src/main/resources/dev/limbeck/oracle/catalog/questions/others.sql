SELECT owner, object_name, object_type FROM all_objects
WHERE owner IN (${schemas}) AND generated = 'N' AND secondary = 'N'
    AND object_type IN ('CLUSTER', 'DIMENSION', 'DOMAIN', 'INDEXTYPE', 'LIBRARY', 'OPERATOR',
        'JAVA SOURCE', 'JAVA CLASS', 'QUEUE', 'XML SCHEMA', 'HIERARCHY', 'ATTRIBUTE DIMENSION',
        'ANALYTIC VIEW', 'MLE MODULE', 'ASSERTION')
ORDER BY owner, object_type, object_name
