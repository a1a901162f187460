-- undo "Count what customers search for"

DROP TABLE search_query;
DROP TABLE search_term;
