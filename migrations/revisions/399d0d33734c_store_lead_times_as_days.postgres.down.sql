-- undo "store lead times as days"

ALTER TABLE supplier DROP CONSTRAINT supplier_lead_time_ck;
ALTER TABLE supplier RENAME COLUMN lead_time_days TO lead_time;
ALTER TABLE supplier ALTER COLUMN lead_time SET DATA TYPE varchar(10) USING lead_time::varchar(10);
