-- undo "Keep wish lists"

DROP TABLE wish_list_item;
DROP TABLE wish_list;
