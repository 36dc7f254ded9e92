-- Files of assets: which of their numbers the register has.

-- Assets that bear one of these local ids or serial numbers, folded. As the owner, because an index on fold() is not
-- used under row-level security (decision 6); it binds the tenant itself.
CREATE FUNCTION assets_bearing(uids text[], serials text[]) RETURNS TABLE (asset_id bigint, uid text, serial text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT a.id, fold(a.local_uid), NULL FROM unnest(uids) AS word
  JOIN asset a ON a.organisation_id = current_organisation() AND a.deleted_at IS NULL AND a.local_uid <> ''
    AND fold(a.local_uid) = word
  UNION ALL
  SELECT a.id, NULL, fold(a.serial_number) FROM unnest(serials) AS word
  JOIN asset a ON a.organisation_id = current_organisation() AND a.deleted_at IS NULL AND a.serial_number <> ''
    AND fold(a.serial_number) = word
$$;
