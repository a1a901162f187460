-- Who changed what; written by the application.

CREATE TABLE audit_entry (
    id         bigint        NOT NULL AUTO_INCREMENT,
    table_name varchar(63)   NOT NULL,
    row_key    varchar(100)  NOT NULL,
    action     char(1)       NOT NULL,
    changed_by varchar(100)  NOT NULL,
    changed_at timestamp     DEFAULT CURRENT_TIMESTAMP NOT NULL,
    old_row    varchar(4000),
    new_row    varchar(4000),
    CONSTRAINT audit_entry_pk PRIMARY KEY (id),
    CONSTRAINT audit_entry_action_ck CHECK (action IN ('I', 'U', 'D')),
    CONSTRAINT audit_entry_rows_ck CHECK (old_row IS NOT NULL OR new_row IS NOT NULL)
);

CREATE INDEX audit_entry_row_ix ON audit_entry (table_name, row_key, changed_at DESC);
