-- undo "Weigh in grams everywhere"

ALTER TABLE carrier_service ADD max_weight_kg numeric(6,2) DEFAULT 0 NOT NULL;
UPDATE carrier_service SET max_weight_kg = max_weight_grams / 1000.00;
ALTER TABLE carrier_service ALTER COLUMN max_weight_kg DROP DEFAULT;

ALTER TABLE carrier_service DROP CONSTRAINT carrier_service_weight_ck;
ALTER TABLE carrier_service DROP COLUMN max_weight_grams;
ALTER TABLE carrier_service ADD CONSTRAINT carrier_service_weight_ck CHECK (max_weight_kg > 0);
