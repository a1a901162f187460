-- add the shop's settings
--
-- revision: 938d37a3d7b7
-- revises: 2e440caae0ce
-- created: 2026-06-30T07:45:00Z

-- limbeck: vars shop_name, shop_currency

-- ${shop_name} and ${shop_currency} come from limbeck.toml or -x; the footer's ${year} is the shop's own.

CREATE TABLE shop_setting (
    setting_key  varchar(80)   NOT NULL,
    content      varchar(1000),
    is_secret    char(1)       DEFAULT 'N' NOT NULL,
    changed_at   timestamp     DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT shop_setting_pk PRIMARY KEY (setting_key),
    CONSTRAINT shop_setting_secret_ck CHECK (is_secret IN ('Y', 'N'))
);

INSERT INTO shop_setting (setting_key, content) VALUES ('shop.name', '${shop_name}');
INSERT INTO shop_setting (setting_key, content) VALUES ('shop.currency', '${shop_currency}');
INSERT INTO shop_setting (setting_key, content) VALUES ('shop.footer', '© ${year} ${shop_name}');
INSERT INTO shop_setting (setting_key, content) VALUES ('checkout.guest', 'yes');
INSERT INTO shop_setting (setting_key, content, is_secret) VALUES ('payment.api-key', NULL, 'Y');
