-- keep an audit trail
--
-- revision: 12827ad627fb
-- revises: cc6f0550469c
-- created: 2026-06-02T09:09:00Z

CREATE TABLE audit_entry (
    id         bigint       GENERATED ALWAYS AS IDENTITY NOT NULL,
    table_name varchar(63)  NOT NULL,
    row_key    varchar(100) NOT NULL,
    action     char(1)      NOT NULL,
    changed_by varchar(100) DEFAULT CURRENT_USER NOT NULL,
    changed_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    old_row    jsonb,
    new_row    jsonb,
    CONSTRAINT audit_entry_pk PRIMARY KEY (id),
    CONSTRAINT audit_entry_action_ck CHECK (action IN ('I', 'U', 'D')),
    CONSTRAINT audit_entry_rows_ck CHECK (old_row IS NOT NULL OR new_row IS NOT NULL)
);

CREATE INDEX audit_entry_row_ix ON audit_entry (table_name, row_key, changed_at DESC);
CREATE INDEX audit_entry_new_ix ON audit_entry USING gin (new_row jsonb_path_ops);

-- The trigger's argument names the column that identifies a row.
-- limbeck: statement begin
CREATE FUNCTION audit_row() RETURNS trigger
LANGUAGE plpgsql AS $function$
DECLARE
    old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
    new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
BEGIN
    INSERT INTO audit_entry (table_name, row_key, action, old_row, new_row)
    VALUES (TG_TABLE_NAME, COALESCE(new_row, old_row) ->> TG_ARGV[0], left(TG_OP, 1), old_row, new_row);
    RETURN NULL;
END;
$function$;
-- limbeck: statement end

CREATE TRIGGER supplier_audit AFTER INSERT OR UPDATE OR DELETE ON supplier
    FOR EACH ROW EXECUTE FUNCTION audit_row('code');
CREATE TRIGGER staff_assignment_audit AFTER INSERT OR UPDATE OR DELETE ON staff_assignment
    FOR EACH ROW EXECUTE FUNCTION audit_row('staff_id');
