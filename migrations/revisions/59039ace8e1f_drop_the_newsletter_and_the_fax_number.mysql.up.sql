-- drop the newsletter and the fax number
--
-- revision: 59039ace8e1f
-- revises: 4ac83d334e2f
-- created: 2026-05-05T08:20:00Z

-- The newsletter moved to a service of its own in March, addresses included.
-- Nobody has sent a fax since 2019.

DROP TABLE newsletter_subscription;
ALTER TABLE supplier DROP COLUMN fax_number;
