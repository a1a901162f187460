-- Send notifications from templates
--
-- revision: cc6f0550469c
-- revises: 59039ace8e1f
-- created: 2026-05-19T11:55:00Z

-- The templates' placeholders are the mailer's, filled when a message is sent.

CREATE TABLE notification_template (
  code varchar(40) NOT NULL,
  locale_code varchar(10) NOT NULL,
  subject varchar(200) NOT NULL,
  body varchar(4000) NOT NULL,
  CONSTRAINT notification_template_pk PRIMARY KEY (code, locale_code),
  CONSTRAINT notification_template_locale_fk FOREIGN KEY (locale_code) REFERENCES locale (code)
);

CREATE INDEX notification_template_locale_ix ON notification_template (locale_code);

CREATE TABLE notification (
  id bigint NOT NULL AUTO_INCREMENT,
  customer_id integer NOT NULL,
  template_code varchar(40) NOT NULL,
  locale_code varchar(10) NOT NULL,
  channel varchar(10) DEFAULT 'email' NOT NULL,
  state varchar(10) DEFAULT 'queued' NOT NULL,
  is_read boolean DEFAULT FALSE NOT NULL,
  send_after timestamp DEFAULT CURRENT_TIMESTAMP NOT NULL,
  sent_at timestamp,
  CONSTRAINT notification_pk PRIMARY KEY (id),
  CONSTRAINT notification_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE,
  CONSTRAINT notification_template_fk FOREIGN KEY (template_code, locale_code)
    REFERENCES notification_template (code, locale_code),
  CONSTRAINT notification_channel_ck CHECK (channel IN ('email', 'sms', 'push')),
  CONSTRAINT notification_sent_ck CHECK ((state = 'sent' AND sent_at IS NOT NULL) OR (state <> 'sent' AND sent_at IS NULL))
);

CREATE INDEX notification_customer_ix ON notification (customer_id, send_after DESC);
CREATE INDEX notification_template_ix ON notification (template_code, locale_code);

INSERT INTO notification_template (code, locale_code, subject, body)
VALUES ('order-shipped', 'en', 'Your order ${order_number} is on its way',
  'Hello ${first_name};

your parcel left our warehouse today. -- It''s about time, isn''t it?
Follow it here: ${tracking_url}');
INSERT INTO notification_template (code, locale_code, subject, body)
VALUES ('order-shipped', 'de', 'Ihre Bestellung ${order_number} ist unterwegs',
  'Grüß Gott ${first_name}; Ihr Paket hat heute unser Lager verlassen: ${tracking_url}');
INSERT INTO notification_template (code, locale_code, subject, body)
VALUES ('points-expire', 'en', 'Your points expire soon', 'Spend them: https://shop.example/rewards?from=mail;utm=1');
