-- undo "store lead times as days"

ALTER TABLE supplier DROP CONSTRAINT supplier_lead_time_ck;
ALTER TABLE supplier RENAME COLUMN lead_time_days TO lead_time;
ALTER TABLE supplier MODIFY lead_time varchar(10);
