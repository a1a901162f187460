-- undo "create warehouses and stock"

DROP TABLE stock_movement;
DROP TABLE stock_level;
DROP TABLE warehouse;
