-- A view that a change below it has broken is not VALID.
SELECT table_name, view_definition, status
FROM information_schema.views
WHERE table_schema = 'PUBLIC'
