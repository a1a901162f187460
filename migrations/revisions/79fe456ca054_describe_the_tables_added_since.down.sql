-- undo "Describe the tables added since"

COMMENT ON TABLE customer IS 'people who have an account';
COMMENT ON COLUMN sales_order.channel IS '';
COMMENT ON TABLE shop_setting IS '';
COMMENT ON TABLE search_query IS '';
COMMENT ON TABLE audit_entry IS '';
COMMENT ON TABLE notification IS '';
COMMENT ON COLUMN customer.locale_code IS '';
COMMENT ON TABLE locale IS '';
COMMENT ON TABLE saved_list IS '';
COMMENT ON TABLE review IS '';
COMMENT ON COLUMN return_line.restock IS '';
COMMENT ON TABLE return_request IS '';
COMMENT ON COLUMN gift_card.code IS '';
COMMENT ON TABLE gift_card IS '';
COMMENT ON TABLE promotion IS '';
COMMENT ON TABLE loyalty_transaction IS '';
COMMENT ON COLUMN loyalty_account.points_balance IS '';
COMMENT ON TABLE loyalty_account IS '';
COMMENT ON TABLE carrier_service IS '';
COMMENT ON COLUMN supplier.lead_time_days IS '';
COMMENT ON TABLE supplier IS '';
