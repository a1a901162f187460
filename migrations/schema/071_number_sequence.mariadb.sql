-- Numbers people read: an order keeps its own, pick lists come round again.

CREATE SEQUENCE order_number_seq START WITH 100001 INCREMENT BY 1 CACHE 20;
CREATE SEQUENCE pick_list_seq START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 99999 CYCLE;
