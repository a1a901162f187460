-- Describe the tables added since
--
-- revision: 79fe456ca054
-- revises: f058a2951eb5
-- created: 2026-11-17T16:48:00Z
-- dialects: h2, postgres, oracle

COMMENT ON TABLE supplier IS 'who we buy from';
COMMENT ON COLUMN supplier.lead_time_days IS 'days from order to delivery; null: not known';
COMMENT ON TABLE carrier_service IS 'what a carrier offers; limits in grams';
COMMENT ON TABLE loyalty_account IS 'members of the loyalty programme; at most one account a customer';
COMMENT ON COLUMN loyalty_account.points_balance IS 'sum of the account''s transactions that have not expired';
COMMENT ON TABLE loyalty_transaction IS 'append-only; spending and expiry are negative';
COMMENT ON TABLE promotion IS 'a percentage or an amount off, never both';
COMMENT ON TABLE gift_card IS 'sold in five sizes; void after three years';
COMMENT ON COLUMN gift_card.code IS 'sixteen letters and digits, without 0, O, 1 and I';
COMMENT ON TABLE return_request IS 'goods on their way back';
COMMENT ON COLUMN return_line.restock IS 'Y: goes back on the shelf';
COMMENT ON TABLE review IS 'one a customer and product';
COMMENT ON TABLE saved_list IS 'wish lists, shopping lists, gift ideas';
COMMENT ON TABLE locale IS 'languages of the shop; a missing text is taken from the fallback';
COMMENT ON COLUMN customer.locale_code IS 'language of mails and of the first page';
COMMENT ON TABLE notification IS 'mails and messages, waiting and sent';
COMMENT ON TABLE audit_entry IS 'who changed what; kept for ten years';
COMMENT ON TABLE search_query IS 'one row a search; personal data: deleted after two years';
COMMENT ON TABLE shop_setting IS 'settings that staff may change without a deployment';
COMMENT ON COLUMN sales_order.channel IS 'how the order came in';
COMMENT ON TABLE customer IS 'people who have an account, with or without orders';
