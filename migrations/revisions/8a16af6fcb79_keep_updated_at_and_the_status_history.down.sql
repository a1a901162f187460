-- undo "keep updated_at and the status history by trigger"

-- Nothing to undo.
