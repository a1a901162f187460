-- undo "Ship orders in parcels"

DROP TABLE parcel_line;
DROP TABLE parcel;
DROP TABLE shipment;
DROP TABLE carrier_service;
DROP TABLE carrier;
