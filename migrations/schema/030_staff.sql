-- People who work here and what they may do.

CREATE TABLE staff_role (
    code varchar(30) NOT NULL,
    name varchar(80) NOT NULL,
    CONSTRAINT staff_role_pk PRIMARY KEY (code),
    CONSTRAINT staff_role_name_uq UNIQUE (name),
    CONSTRAINT staff_role_code_ck CHECK (code = lower(code))
);

CREATE TABLE staff_permission (
    role_code  varchar(30) NOT NULL,
    permission varchar(60) NOT NULL,
    CONSTRAINT staff_permission_pk PRIMARY KEY (role_code, permission),
    CONSTRAINT staff_permission_role_fk FOREIGN KEY (role_code) REFERENCES staff_role (code)
        ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE staff_member (
    id         integer      NOT NULL,
    email      varchar(254) NOT NULL,
    full_name  varchar(160) NOT NULL,
    manager_id integer,
    hired_on   date         DEFAULT (CURRENT_DATE) NOT NULL,
    left_on    date,
    CONSTRAINT staff_member_pk PRIMARY KEY (id),
    CONSTRAINT staff_member_email_uq UNIQUE (email),
    CONSTRAINT staff_member_manager_fk FOREIGN KEY (manager_id) REFERENCES staff_member (id) ON DELETE SET NULL,
    CONSTRAINT staff_member_left_ck CHECK (left_on IS NULL OR left_on >= hired_on)
);

CREATE INDEX staff_member_manager_ix ON staff_member (manager_id);

CREATE TABLE staff_assignment (
    staff_id    integer     NOT NULL,
    role_code   varchar(30) NOT NULL,
    assigned_on date        DEFAULT (CURRENT_DATE) NOT NULL,
    CONSTRAINT staff_assignment_pk PRIMARY KEY (staff_id, role_code),
    CONSTRAINT staff_assignment_staff_fk FOREIGN KEY (staff_id) REFERENCES staff_member (id) ON DELETE CASCADE,
    CONSTRAINT staff_assignment_role_fk FOREIGN KEY (role_code) REFERENCES staff_role (code)
        ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX staff_assignment_role_ix ON staff_assignment (role_code);
