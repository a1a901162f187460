-- Add sign-in credentials and staff roles
--
-- revision: 996431659f5a
-- revises: 127a5d8ade75
-- created: 2025-02-12T08:05:00Z

-- Customers sign in with a password, staff through the company's own directory;
-- what staff may do is decided here.

CREATE TABLE customer_credential (
  customer_id integer NOT NULL,
  password_hash varchar(200) NOT NULL,
  password_changed_at timestamp DEFAULT CURRENT_TIMESTAMP NOT NULL,
  failed_attempts smallint DEFAULT 0 NOT NULL,
  locked_until timestamp,
  CONSTRAINT customer_credential_pk PRIMARY KEY (customer_id),
  CONSTRAINT customer_credential_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE,
  CONSTRAINT customer_credential_attempts_ck CHECK (failed_attempts >= 0)
);

CREATE TABLE staff_role (
  code varchar(30) NOT NULL,
  name varchar(80) NOT NULL,
  CONSTRAINT staff_role_pk PRIMARY KEY (code),
  CONSTRAINT staff_role_name_uq UNIQUE (name),
  CONSTRAINT staff_role_code_ck CHECK (code = lower(code))
);

CREATE TABLE staff_permission (
  role_code varchar(30) NOT NULL,
  permission varchar(60) NOT NULL,
  CONSTRAINT staff_permission_pk PRIMARY KEY (role_code, permission),
  CONSTRAINT staff_permission_role_fk FOREIGN KEY (role_code) REFERENCES staff_role (code)
    ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE staff_member (
  id integer NOT NULL,
  email varchar(254) NOT NULL,
  full_name varchar(160) NOT NULL,
  manager_id integer,
  hired_on date DEFAULT (CURRENT_DATE) NOT NULL,
  left_on date,
  CONSTRAINT staff_member_pk PRIMARY KEY (id),
  CONSTRAINT staff_member_email_uq UNIQUE (email),
  CONSTRAINT staff_member_manager_fk FOREIGN KEY (manager_id) REFERENCES staff_member (id) ON DELETE SET NULL,
  CONSTRAINT staff_member_left_ck CHECK (left_on IS NULL OR left_on >= hired_on)
);

CREATE INDEX staff_member_manager_ix ON staff_member (manager_id);

CREATE TABLE staff_assignment (
  staff_id integer NOT NULL,
  role_code varchar(30) NOT NULL,
  assigned_on date DEFAULT (CURRENT_DATE) NOT NULL,
  CONSTRAINT staff_assignment_pk PRIMARY KEY (staff_id, role_code),
  CONSTRAINT staff_assignment_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member (id) ON DELETE CASCADE,
  CONSTRAINT staff_assignment_role_fk FOREIGN KEY (role_code) REFERENCES staff_role (code)
    ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX staff_assignment_role_ix ON staff_assignment (role_code);

INSERT INTO staff_role (code, name) VALUES ('catalogue', 'Catalogue editor');
INSERT INTO staff_role (code, name) VALUES ('finance', 'Finance');
INSERT INTO staff_role (code, name) VALUES ('owner', 'Owner');
INSERT INTO staff_role (code, name) VALUES ('support', 'Customer support');
INSERT INTO staff_role (code, name) VALUES ('warehouse', 'Warehouse');

INSERT INTO staff_permission (role_code, permission) VALUES ('catalogue', 'product.edit');
INSERT INTO staff_permission (role_code, permission) VALUES ('catalogue', 'price.edit');
INSERT INTO staff_permission (role_code, permission) VALUES ('finance', 'refund.approve');
INSERT INTO staff_permission (role_code, permission) VALUES ('finance', 'report.read');
INSERT INTO staff_permission (role_code, permission) VALUES ('owner', 'staff.edit');
INSERT INTO staff_permission (role_code, permission) VALUES ('support', 'order.edit');
INSERT INTO staff_permission (role_code, permission) VALUES ('support', 'customer.read');
INSERT INTO staff_permission (role_code, permission) VALUES ('warehouse', 'stock.count');
