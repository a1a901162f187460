-- LMB-302 emial
SELECT emial FROM account;
-- LMB-302 acount
SELECT email FROM acount;
-- LMB-302 a.|emial
SELECT a.id, a.emial FROM account a;
-- LMB-302 totl
UPDATE orders SET totl = 1 WHERE id = 2;
-- LMB-302 a.|balanc
UPDATE orders o JOIN account a ON a.id = o.account_id SET a.balanc = 1;
-- LMB-302 o.|acount_id
UPDATE orders o JOIN account a ON a.id = o.acount_id SET a.balance = 1;
-- LMB-302 nme
INSERT INTO account (email, nme) VALUES ('a', 'b');
-- LMB-311 1, 2, 3
INSERT INTO category (id, name) VALUES (1, 2, 3);
-- LMB-311 1, 'x'
INSERT INTO category VALUES (1, 'x');
-- LMB-312 account
INSERT INTO account (name) VALUES ('x');
-- LMB-312 orders
INSERT INTO orders SET account_id = 1;
-- LMB-302 UPDATE |nam
INSERT INTO account (email) VALUES ('x') ON DUPLICATE KEY UPDATE nam = 'x';
-- LMB-302 VALUES(|nam)
INSERT INTO account (email) VALUES ('x') ON DUPLICATE KEY UPDATE name = VALUES(nam);
-- LMB-302 DELETE |x
DELETE x FROM item i JOIN orders o ON o.id = i.order_id;
-- LMB-302 o.|stat
DELETE i FROM item i JOIN orders o ON o.id = i.order_id WHERE o.stat = 'old';
-- LMB-302 totel
SELECT account_id, GROUP_CONCAT(note ORDER BY totel) FROM orders GROUP BY account_id;
-- LMB-302 HAVING |m
SELECT account_id, COUNT(*) AS n FROM orders GROUP BY account_id HAVING m > 1;
-- LMB-302 DAY, |created
SELECT TIMESTAMPDIFF(DAY, created, NOW()) FROM account;
-- LMB-302 adress
SELECT adress FROM rich;
-- LMB-313 'many'
INSERT INTO category (id, name) VALUES ('many', 'x');
-- LMB-302 t.|depht
WITH RECURSIVE tree AS (SELECT id, 1 AS depth FROM category UNION ALL SELECT c.id, t.depht FROM category c JOIN tree t ON t.id = c.parent_id) SELECT id FROM tree;
-- LMB-302 nme
INSERT INTO account (email, name) VALUES ('a', 'b') AS new ON DUPLICATE KEY UPDATE nme = new.name;
-- LMB-302 emial
SELECT emial FROM account LOCK IN SHARE MODE;
