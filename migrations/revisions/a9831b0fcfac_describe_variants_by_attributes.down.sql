-- undo "Describe variants by attributes"

DROP TABLE variant_attribute;
DROP TABLE attribute_option;
DROP TABLE attribute_type;
