-- keep updated_at and the status history by trigger
--
-- revision: 8a16af6fcb79
-- revises: d11bc4cad623
-- created: 2025-09-02T14:18:00Z

-- Elsewhere than on PostgreSQL the application keeps them.
