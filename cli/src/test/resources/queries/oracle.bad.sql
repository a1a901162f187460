-- LMB-302 emial
SELECT emial FROM account;
-- LMB-302 acount
SELECT email FROM acount;
-- LMB-302 a.|emial
SELECT a.id, a.emial FROM account a;
-- LMB-302 parent
SELECT id FROM category START WITH parent IS NULL CONNECT BY PRIOR id = parent_id;
-- LMB-302 totl
UPDATE orders SET totl = 1 WHERE id = 2;
-- LMB-311 1, 'x'
INSERT INTO category VALUES (1, 'x');
-- LMB-312 orders
INSERT INTO orders (id, total) VALUES (1, 2);
-- LMB-302 o.|accont_id
MERGE INTO account a USING orders o ON (a.id = o.accont_id) WHEN MATCHED THEN UPDATE SET a.balance = 0;
-- LMB-302 totel
SELECT SUM(total) OVER (ORDER BY totel) FROM orders;
-- LMB-302 o.|stat
SELECT a.email FROM account a, orders o WHERE a.id = o.account_id (+) AND o.stat (+) = 'new';
