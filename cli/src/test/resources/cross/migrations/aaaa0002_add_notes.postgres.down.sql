DROP INDEX account_lower_email;
ALTER TABLE account DROP COLUMN notes;
