-- add account search
--
-- revision: 27c6a30d7c24
-- revises: 1975ea83b712
-- created: 2026-11-23T11:00:00Z

-- PostgreSQL searches without regard to case; elsewhere the general file runs.
CREATE INDEX account_name_ix ON account (lower(name));
