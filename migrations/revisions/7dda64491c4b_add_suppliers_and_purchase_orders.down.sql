-- undo "Add suppliers and purchase orders"

DROP TABLE purchase_order_line;
DROP TABLE purchase_order;
DROP TABLE supplier_variant;
DROP TABLE supplier;
