-- undo "Send notifications from templates"

DROP TABLE notification;
DROP TABLE notification_template;
