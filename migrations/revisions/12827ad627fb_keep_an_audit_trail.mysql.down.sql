-- undo "keep an audit trail"

DROP TABLE audit_entry;
