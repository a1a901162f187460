-- Mails and messages, waiting and sent.

CREATE TABLE notification (
    id            bigint      NOT NULL AUTO_INCREMENT,
    customer_id   integer     NOT NULL,
    template_code varchar(40) NOT NULL,
    locale_code   varchar(10) NOT NULL,
    channel       varchar(10) DEFAULT 'email' NOT NULL,
    state         varchar(10) DEFAULT 'queued' NOT NULL,
    is_read       boolean     DEFAULT FALSE NOT NULL,
    send_after    timestamp   DEFAULT CURRENT_TIMESTAMP NOT NULL,
    sent_at       timestamp,
    CONSTRAINT notification_pk PRIMARY KEY (id),
    CONSTRAINT notification_customer_fk FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE,
    CONSTRAINT notification_template_fk FOREIGN KEY (template_code, locale_code)
        REFERENCES notification_template (code, locale_code),
    CONSTRAINT notification_channel_ck CHECK (channel IN ('email', 'sms', 'push')),
    CONSTRAINT notification_sent_ck CHECK (
        (state = 'sent' AND sent_at IS NOT NULL) OR (state <> 'sent' AND sent_at IS NULL))
);

CREATE INDEX notification_customer_ix ON notification (customer_id, send_after DESC);
CREATE INDEX notification_template_ix ON notification (template_code, locale_code);
