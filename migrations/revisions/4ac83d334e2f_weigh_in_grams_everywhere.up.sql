-- Weigh in grams everywhere
--
-- revision: 4ac83d334e2f
-- revises: a4d07b52a133
-- created: 2026-04-21T13:13:00Z

-- Parcels and variants are weighed in grams; carriers' limits were in kilograms.

ALTER TABLE carrier_service ADD max_weight_grams integer DEFAULT 0 NOT NULL;
UPDATE carrier_service SET max_weight_grams = max_weight_kg * 1000;
ALTER TABLE carrier_service ALTER COLUMN max_weight_grams DROP DEFAULT;

ALTER TABLE carrier_service DROP CONSTRAINT carrier_service_weight_ck;
ALTER TABLE carrier_service DROP COLUMN max_weight_kg;
ALTER TABLE carrier_service ADD CONSTRAINT carrier_service_weight_ck CHECK (max_weight_grams > 0);
