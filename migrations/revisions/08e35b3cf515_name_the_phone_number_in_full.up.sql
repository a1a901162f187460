-- Name the phone number in full
--
-- revision: 08e35b3cf515
-- revises: ad21e8d2ebda
-- created: 2026-02-24T15:16:00Z

ALTER TABLE address RENAME COLUMN phone TO phone_number;
