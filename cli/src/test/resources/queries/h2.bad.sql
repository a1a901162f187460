-- LMB-302 emial
SELECT emial FROM account;
-- LMB-302 acount
SELECT email FROM acount;
-- LMB-302 a.|emial
SELECT a.id, a.emial FROM account a;
-- LMB-302 totl
UPDATE orders SET totl = 1 WHERE id = 2;
-- LMB-302 statsu
UPDATE orders SET total = 1 WHERE statsu = 'new';
-- LMB-302 nme
INSERT INTO account (email, nme) VALUES ('a', 'b');
-- LMB-311 1, 2, 3
INSERT INTO category (id, name) VALUES (1, 2, 3);
-- LMB-311 1, 'x'
INSERT INTO category VALUES (1, 'x');
-- LMB-312 account
INSERT INTO account (name) VALUES ('x');
-- LMB-313 'many'
INSERT INTO category (id, name) VALUES ('many', 'x');
-- LMB-313 created_at
SELECT id FROM account WHERE created_at = balance;
-- LMB-302 o.|accont_id
MERGE INTO account a USING orders o ON a.id = o.accont_id WHEN MATCHED THEN UPDATE SET balance = 0;
-- LMB-302 (|nam
MERGE INTO category c USING orders o ON c.id = o.id WHEN NOT MATCHED THEN INSERT (nam, id) VALUES ('x', 1);
-- LMB-302 "order"
SELECT "order" FROM account;
-- LMB-302 adress
SELECT adress FROM rich;
-- LMB-302 audit.|entri
INSERT INTO audit.entri (said) VALUES ('x');
-- LMB-302 t.|depht
WITH RECURSIVE tree (id, depth) AS (SELECT id, 1 FROM category UNION ALL SELECT c.id, t.depht FROM category c JOIN tree t ON t.id = c.parent_id) SELECT id FROM tree;
-- LMB-314 id
SELECT id FROM account, orders;
-- LMB-302 FOR |order_numbr
INSERT INTO category (id, name) VALUES (NEXT VALUE FOR order_numbr, 'x');
-- LMB-302 n.|nam
INSERT INTO account (email, rank) SELECT n.nam, 1 FROM account n;
