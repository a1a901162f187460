-- add notes
--
-- revision: aaaa0002
-- revises: aaaa0001

ALTER TABLE account ADD COLUMN notes varchar(400);
