SELECT p.owner, p.table_name, p.partitioning_type, p.subpartitioning_type, p.def_subpartition_count,
    p."INTERVAL", p.ref_ptn_constraint_name, p.autolist
FROM all_part_tables p WHERE p.owner IN (${schemas}) ORDER BY p.owner, p.table_name
