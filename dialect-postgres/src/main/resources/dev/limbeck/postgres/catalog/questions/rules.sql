-- Which rules are there, those that make views left out, and which rule makes which view?
SELECT r.oid, r.ev_class AS relation, r.rulename AS name, r.ev_enabled AS state,
       r.rulename = '_RETURN' AS makes_view,
       CASE WHEN r.rulename <> '_RETURN' THEN pg_catalog.pg_get_ruledef(r.oid, true) END
         AS definition
FROM pg_catalog.pg_rewrite r
JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
WHERE c.relnamespace = ANY (?)
ORDER BY r.oid
