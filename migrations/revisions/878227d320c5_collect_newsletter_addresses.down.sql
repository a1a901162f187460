-- undo "Collect newsletter addresses"

DROP TABLE newsletter_subscription;
