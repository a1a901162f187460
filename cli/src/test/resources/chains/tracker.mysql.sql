=== 001 create users and projects
CREATE TABLE `users` (
  `id` int unsigned NOT NULL AUTO_INCREMENT,
  `login` varchar(60) NOT NULL,
  `email` varchar(190) NOT NULL DEFAULT '',
  `hashed_password` char(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  `status` tinyint(1) NOT NULL DEFAULT '1',
  `created_on` datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  `updated_on` datetime NULL ON UPDATE CURRENT_TIMESTAMP,
  PRIMARY KEY (`id`),
  UNIQUE KEY `index_users_on_login` (`login`),
  KEY `index_users_on_email` (`email`(20))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE TABLE `projects` (
  `id` int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `name` varchar(255) NOT NULL,
  `identifier` varchar(60) NOT NULL UNIQUE,
  `description` text,
  `parent_id` int unsigned DEFAULT NULL,
  `lft` int DEFAULT NULL,
  `rgt` int DEFAULT NULL,
  KEY `index_projects_on_lft` (`lft`, `rgt`),
  CONSTRAINT `fk_projects_parent` FOREIGN KEY (`parent_id`) REFERENCES `projects` (`id`) ON DELETE SET NULL
) ENGINE=InnoDB COMMENT='what is worked on';
INSERT INTO `users` (`login`, `hashed_password`) VALUES ('admin', REPEAT('0', 60));
--- down
DROP TABLE `projects`;
DROP TABLE `users`;
=== 002 create issues
CREATE TABLE issue_statuses (id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(30) NOT NULL, is_closed tinyint(1) NOT NULL DEFAULT 0, position int);
INSERT INTO issue_statuses (name, is_closed, position) VALUES ('New', 0, 1), ('In progress', 0, 2), ('Closed', 1, 3);
CREATE TABLE issues (
  id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  project_id int unsigned NOT NULL,
  author_id int unsigned NOT NULL,
  assigned_to_id int unsigned,
  status_id int unsigned NOT NULL DEFAULT 1,
  subject varchar(255) NOT NULL,
  description longtext,
  priority enum('low', 'normal', 'high') NOT NULL DEFAULT 'normal',
  due_date date,
  done_ratio decimal(5,2) NOT NULL DEFAULT 0.00,
  created_on datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  INDEX index_issues_on_status (project_id, status_id),
  FULLTEXT INDEX index_issues_text (subject, description),
  CONSTRAINT fk_issues_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
  CONSTRAINT fk_issues_author FOREIGN KEY (author_id) REFERENCES users (id),
  CONSTRAINT fk_issues_status FOREIGN KEY (status_id) REFERENCES issue_statuses (id)
) ENGINE=InnoDB;
--- down
DROP TABLE issues, issue_statuses;
=== 003 journals
CREATE TABLE journals (
  id bigint unsigned NOT NULL AUTO_INCREMENT,
  issue_id bigint unsigned NOT NULL,
  user_id int unsigned NOT NULL,
  notes text,
  details json,
  created_on datetime NOT NULL,
  PRIMARY KEY (id),
  KEY index_journals_on_issue (issue_id),
  FOREIGN KEY (issue_id) REFERENCES issues (id) ON DELETE CASCADE
);
--- down
DROP TABLE journals;
=== 004 count journals by triggers
ALTER TABLE issues ADD COLUMN journals_count int NOT NULL DEFAULT 0 AFTER done_ratio, ADD KEY index_issues_on_due (due_date);
UPDATE issues i SET i.journals_count = (SELECT COUNT(*) FROM journals j WHERE j.issue_id = i.id);
-- limbeck: delimiter //
CREATE TRIGGER journals_ai AFTER INSERT ON journals FOR EACH ROW
BEGIN
  UPDATE issues SET journals_count = journals_count + 1 WHERE id = NEW.issue_id;
END //
-- limbeck: delimiter ;
--- down
DROP TRIGGER journals_ai;
ALTER TABLE issues DROP KEY index_issues_on_due, DROP COLUMN journals_count;
=== 005 custom fields
CREATE TABLE custom_fields (id int unsigned AUTO_INCREMENT PRIMARY KEY, name varchar(30) NOT NULL, possible_values json NOT NULL, searchable boolean DEFAULT false);
CREATE TABLE custom_values (
  customized_type varchar(30) NOT NULL,
  customized_id bigint unsigned NOT NULL,
  custom_field_id int unsigned NOT NULL,
  value text,
  PRIMARY KEY (customized_type, customized_id, custom_field_id),
  CONSTRAINT fk_values_field FOREIGN KEY (custom_field_id) REFERENCES custom_fields (id)
);
--- down
DROP TABLE custom_values;
DROP TABLE custom_fields;
=== 006 widen and rename
ALTER TABLE users CHANGE COLUMN login user_name varchar(100) NOT NULL, RENAME INDEX index_users_on_login TO index_users_on_user_name;
ALTER TABLE issues MODIFY COLUMN subject varchar(400) NOT NULL;
--- down
ALTER TABLE issues MODIFY COLUMN subject varchar(255) NOT NULL;
ALTER TABLE users CHANGE COLUMN user_name login varchar(60) NOT NULL, RENAME INDEX index_users_on_user_name TO index_users_on_login;
=== 007 open issues as a view
CREATE OR REPLACE VIEW open_issues AS
SELECT i.id, i.subject, p.identifier, u.user_name AS assignee, DATEDIFF(i.due_date, CURDATE()) AS days_left
FROM issues i
JOIN projects p ON p.id = i.project_id
LEFT JOIN users u ON u.id = i.assigned_to_id
JOIN issue_statuses s ON s.id = i.status_id AND s.is_closed = 0;
--- down
DROP VIEW open_issues;
=== 008 time entries in partitions
CREATE TABLE time_entries (
  id bigint NOT NULL AUTO_INCREMENT,
  issue_id bigint NOT NULL,
  user_id int NOT NULL,
  hours decimal(6,2) NOT NULL,
  spent_on date NOT NULL,
  PRIMARY KEY (id, spent_on),
  KEY index_time_entries_on_issue (issue_id)
) ENGINE=InnoDB
PARTITION BY RANGE (YEAR(spent_on)) (
  PARTITION p2024 VALUES LESS THAN (2025),
  PARTITION p2025 VALUES LESS THAN (2026),
  PARTITION pmax VALUES LESS THAN MAXVALUE
);
--- down
DROP TABLE time_entries;
=== 009 default assignees
UPDATE issues i JOIN projects p ON p.id = i.project_id LEFT JOIN users u ON u.id = i.author_id SET i.assigned_to_id = u.id WHERE i.assigned_to_id IS NULL AND p.parent_id IS NULL;
ALTER TABLE issues ADD CONSTRAINT fk_issues_assignee FOREIGN KEY (assigned_to_id) REFERENCES users (id) ON DELETE SET NULL;
INSERT INTO custom_fields (name, possible_values) VALUES ('Severity', JSON_ARRAY('minor', 'major')) ON DUPLICATE KEY UPDATE possible_values = VALUES(possible_values);
INSERT IGNORE INTO custom_values (customized_type, customized_id, custom_field_id, value) SELECT 'Issue', i.id, f.id, 'minor' FROM issues i CROSS JOIN custom_fields f WHERE f.name = 'Severity';
--- down
DELETE v FROM custom_values v INNER JOIN custom_fields f ON f.id = v.custom_field_id WHERE f.name = 'Severity';
DELETE FROM custom_fields WHERE name = 'Severity';
ALTER TABLE issues DROP FOREIGN KEY fk_issues_assignee, DROP KEY fk_issues_assignee;
=== 010 a procedure that closes
-- limbeck: delimiter //
CREATE PROCEDURE close_old(IN days int)
BEGIN
  UPDATE issues SET status_id = 3 WHERE due_date < DATE_SUB(CURDATE(), INTERVAL days DAY);
END //
CREATE FUNCTION is_late(d date) RETURNS tinyint(1) DETERMINISTIC NO SQL
RETURN d < CURDATE() //
-- limbeck: delimiter ;
--- down
DROP FUNCTION is_late;
DROP PROCEDURE close_old;
=== 011 computed search key
ALTER TABLE projects ADD COLUMN search_name varchar(255) GENERATED ALWAYS AS (lower(`name`)) VIRTUAL, ADD INDEX index_projects_search (search_name);
--- down
ALTER TABLE projects DROP INDEX index_projects_search, DROP COLUMN search_name;
=== 012 split watchers out
CREATE TABLE watchers (
  watchable_type varchar(30) NOT NULL DEFAULT '',
  watchable_id bigint unsigned NOT NULL DEFAULT 0,
  user_id int unsigned NOT NULL,
  PRIMARY KEY (watchable_type, watchable_id, user_id)
);
INSERT INTO watchers SELECT 'Issue', id, author_id FROM issues;
INSERT INTO watchers (watchable_type, watchable_id, user_id) SELECT DISTINCT 'Project', j.project_id, j.author_id FROM (SELECT project_id, author_id FROM issues WHERE status_id <> 3) AS j;
CREATE INDEX index_watchers_on_user ON watchers (user_id);
--- down
DROP INDEX index_watchers_on_user ON watchers;
DROP TABLE watchers;
=== 013 four priorities
ALTER TABLE issues MODIFY priority enum('low', 'normal', 'high', 'urgent') NOT NULL DEFAULT 'normal', ALTER COLUMN done_ratio SET DEFAULT 0;
--- down
UPDATE issues SET priority = 'high' WHERE priority = 'urgent';
ALTER TABLE issues MODIFY priority enum('low', 'normal', 'high') NOT NULL DEFAULT 'normal';
=== 014 rename tables
RENAME TABLE custom_values TO field_values, custom_fields TO fields;
ALTER TABLE field_values RENAME COLUMN custom_field_id TO field_id, COMMENT = 'values of fields';
--- down
ALTER TABLE field_values RENAME COLUMN field_id TO custom_field_id, COMMENT = '';
RENAME TABLE fields TO custom_fields, field_values TO custom_values;
=== 015 checks
ALTER TABLE time_entries ADD CONSTRAINT hours_positive CHECK (hours > 0 AND hours <= 24);
ALTER TABLE issues ADD CONSTRAINT ratio_range CHECK (done_ratio BETWEEN 0 AND 100);
--- down
ALTER TABLE issues DROP CHECK ratio_range;
ALTER TABLE time_entries DROP CHECK hours_positive;
