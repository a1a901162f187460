CREATE TABLE account (
    id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
    email varchar(190) NOT NULL,
    name varchar(40),
    balance decimal(10, 2) NOT NULL DEFAULT 0,
    active tinyint(1) NOT NULL DEFAULT 1,
    created_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP,
    data json,
    feels enum('sad', 'ok', 'happy'),
    `Order` int,
    shout varchar(40) GENERATED ALWAYS AS (upper(name)) STORED,
    UNIQUE KEY account_email (email),
    FULLTEXT KEY account_name (name)
) ENGINE = InnoDB;
CREATE TABLE orders (
    id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
    account_id bigint NOT NULL,
    total decimal(12, 2) NOT NULL,
    status varchar(20) NOT NULL DEFAULT 'new',
    placed_on date,
    note text,
    CONSTRAINT orders_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB;
CREATE TABLE item (
    order_id bigint NOT NULL,
    line int NOT NULL,
    sku varchar(20) NOT NULL,
    quantity int NOT NULL DEFAULT 1,
    price decimal(10, 2),
    PRIMARY KEY (order_id, line)
) ENGINE = InnoDB;
CREATE TABLE category (id int NOT NULL PRIMARY KEY, parent_id int, name varchar(40) NOT NULL) ENGINE = InnoDB;
CREATE VIEW rich AS SELECT id, email AS address, balance FROM account WHERE balance > 1000;
CREATE VIEW totals (account, total) AS SELECT account_id, sum(total) FROM orders GROUP BY account_id;
