-- The page of an asset lists the requests about it.

CREATE INDEX service_request_asset ON service_request (organisation_id, asset_id, id)
  WHERE deleted_at IS NULL AND asset_id IS NOT NULL;
