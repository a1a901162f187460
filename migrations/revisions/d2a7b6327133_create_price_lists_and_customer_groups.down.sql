-- undo "create price lists and customer groups"

DROP TABLE customer_group_member;
DROP TABLE customer_group;
DROP TABLE price;
DROP TABLE price_list;
