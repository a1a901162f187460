-- undo "collect product reviews"

DROP VIEW product_rating;
DROP TABLE review_vote;
DROP TABLE review;
