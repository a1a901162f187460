-- LMB-302 emial
SELECT emial FROM account;
-- LMB-302 acount
SELECT email FROM acount;
-- LMB-302 a.|emial
SELECT a.id, a.emial FROM account a;
-- LMB-302 b.id
SELECT a.id FROM account a WHERE b.id = 1;
-- LMB-302 totl
UPDATE orders SET totl = 1 WHERE id = 2;
-- LMB-302 statsu
UPDATE orders SET total = 1 WHERE statsu = 'new';
-- LMB-302 nme
INSERT INTO account (email, nme) VALUES ('a', 'b');
-- LMB-311 1, 2, 3
INSERT INTO category (id, name) VALUES (1, 2, 3);
-- LMB-311 SELECT
INSERT INTO category (id, name) SELECT id FROM account;
-- LMB-312 account
INSERT INTO account (name) VALUES ('x');
-- LMB-312 orders
INSERT INTO orders (account_id) SELECT id FROM account;
-- LMB-312 NULL
INSERT INTO category (id, name) VALUES (1, NULL);
-- LMB-313 'many'
INSERT INTO category (id, name) VALUES ('many', 'x');
-- LMB-313 balance
SELECT id FROM account WHERE balance = name;
-- LMB-313 active
UPDATE account SET active = 1;
-- LMB-302 order_lines
DELETE FROM item USING order_lines WHERE item.order_id = 1;
-- LMB-302 excluded.|mail
INSERT INTO account (email) VALUES ('x') ON CONFLICT (email) DO UPDATE SET name = excluded.mail;
-- LMB-302 RETURNING |mail
INSERT INTO account (email) VALUES ('x') RETURNING mail;
-- LMB-302 t.|depht
WITH RECURSIVE tree AS (SELECT id, 1 AS depth FROM category UNION ALL SELECT c.id, t.depht + 1 FROM category c JOIN tree t ON t.id = c.parent_id) SELECT id FROM tree;
-- LMB-302 x.|total
WITH x AS (SELECT id FROM orders) SELECT x.total FROM x;
-- LMB-302 o.|totall
SELECT a.id FROM account a LEFT JOIN LATERAL (SELECT o.totall FROM orders o WHERE o.account_id = a.id) l ON true;
-- LMB-302 email2
SELECT id FROM account GROUP BY id HAVING max(email2) > 'a';
-- LMB-302 created
SELECT id FROM account ORDER BY created;
-- LMB-302 adress
SELECT adress FROM rich;
-- LMB-302 email
SELECT email FROM rich;
-- LMB-314 id
SELECT id FROM account, orders;
-- LMB-311 UNION SELECT |id, total
SELECT id FROM account UNION SELECT id, total FROM orders;
-- LMB-302 o.|accont_id
MERGE INTO account a USING orders o ON a.id = o.accont_id WHEN MATCHED THEN UPDATE SET balance = 0;
-- LMB-302 balnce
MERGE INTO account a USING orders o ON a.id = o.account_id WHEN MATCHED THEN UPDATE SET balnce = 0;
-- LMB-302 audit.|entri
INSERT INTO audit.entri (said) VALUES ('x');
-- LMB-302 prise
SELECT row_number() OVER (PARTITION BY sku ORDER BY prise) FROM item;
-- LMB-302 stat
WITH gone AS (DELETE FROM orders WHERE stat = 'x' RETURNING id) SELECT id FROM gone;
-- LMB-302 emial
CREATE VIEW broken AS SELECT emial FROM account;
-- LMB-302 "name2"
SELECT "name2" FROM account;
-- LMB-302 order_idd
SELECT 1 FROM orders JOIN item USING (order_idd);
-- LMB-302 nam
SELECT CASE WHEN active THEN nam END, coalesce(email, 'x') FROM account;
-- LMB-302 emial
UPDATE ONLY account SET emial = 'x';
-- LMB-302 naem
SELECT naem FROM account WHERE data @? '$.a';
-- LMB-302 o.|totl
SELECT a.id FROM account a WHERE EXISTS (SELECT FROM orders o WHERE o.totl = 1);
