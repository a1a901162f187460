-- undo "Name the phone number in full"

ALTER TABLE address RENAME COLUMN phone_number TO phone;
