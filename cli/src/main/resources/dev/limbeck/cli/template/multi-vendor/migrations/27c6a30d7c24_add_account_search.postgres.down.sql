DROP INDEX account_name_ix;
