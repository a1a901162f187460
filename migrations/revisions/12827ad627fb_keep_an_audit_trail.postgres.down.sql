-- undo "keep an audit trail"

DROP TRIGGER staff_assignment_audit ON staff_assignment;
DROP TRIGGER supplier_audit ON supplier;
DROP FUNCTION audit_row();
DROP TABLE audit_entry;
