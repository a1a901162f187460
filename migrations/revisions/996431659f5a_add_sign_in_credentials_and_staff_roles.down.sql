-- undo "Add sign-in credentials and staff roles"

DROP TABLE staff_assignment;
DROP TABLE staff_member;
DROP TABLE staff_permission;
DROP TABLE staff_role;
DROP TABLE customer_credential;
