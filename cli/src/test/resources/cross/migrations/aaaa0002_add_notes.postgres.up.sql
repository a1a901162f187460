-- add notes
--
-- revision: aaaa0002
-- revises: aaaa0001

ALTER TABLE account ADD COLUMN notes text;
CREATE INDEX account_lower_email ON account (lower(email));
