-- undo "fill the preferred locale"

UPDATE customer SET locale_code = NULL;
