-- undo "add the shop's settings"

DROP TABLE shop_setting;
