-- What an organisation uses of what there is.

-- The features switched off. Those that are not named are on, so that a new one is there for everybody at once.
ALTER TABLE organisation ADD COLUMN features_off text[] NOT NULL DEFAULT '{}';

-- Couriers and package types that went out of use are offered no longer; parcels that bear them keep them.
ALTER TABLE courier ADD COLUMN deleted_at timestamptz(3);
ALTER TABLE package_type ADD COLUMN deleted_at timestamptz(3);
-- A courier added anew may bear the code of one that is out of use.
ALTER TABLE courier DROP CONSTRAINT courier_organisation_id_code_key;
CREATE UNIQUE INDEX courier_code ON courier (organisation_id, code) WHERE deleted_at IS NULL;
