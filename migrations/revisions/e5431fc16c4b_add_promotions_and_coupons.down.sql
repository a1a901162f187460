-- undo "add promotions and coupons"

DROP TABLE coupon_redemption;
DROP TABLE coupon;
DROP TABLE promotion_product;
DROP TABLE promotion;
