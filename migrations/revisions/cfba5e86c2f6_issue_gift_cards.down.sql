-- undo "issue gift cards"

DROP TABLE gift_card_entry;
DROP TABLE gift_card;
