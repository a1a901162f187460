-- store lead times as days
--
-- revision: 399d0d33734c
-- revises: 75956032abed
-- created: 2026-03-17T10:02:00Z

UPDATE supplier SET lead_time = NULL WHERE lead_time = 'unknown';

ALTER TABLE supplier MODIFY lead_time smallint;
ALTER TABLE supplier RENAME COLUMN lead_time TO lead_time_days;
ALTER TABLE supplier ADD CONSTRAINT supplier_lead_time_ck CHECK (lead_time_days BETWEEN 0 AND 365);
