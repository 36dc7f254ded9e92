-- Files of assets: which of their numbers the register has.

-- Assets that bear one of these local ids or serial numbers, folded. As the owner, because an index on fold() is not
-- used under row-level security (decision 6); it binds the tenant itself. Planned for the numbers at hand: in a file's
-- first parts nothing is known yet of how many assets there are, and a join would fold every asset for every number.
CREATE FUNCTION assets_bearing(uids text[], serials text[]) RETURNS TABLE (asset_id bigint, uid text, serial text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT SET jit = off AS $$
DECLARE
  borne text := format('FROM asset a WHERE a.organisation_id = %L::bigint AND a.deleted_at IS NULL AND ', current_organisation());
BEGIN
  RETURN QUERY EXECUTE 'SELECT a.id, fold(a.local_uid), NULL::text ' || borne ||
    'a.local_uid <> '''' AND fold(a.local_uid) = ANY ($1)' USING uids;
  RETURN QUERY EXECUTE 'SELECT a.id, NULL::text, fold(a.serial_number) ' || borne ||
    'a.serial_number <> '''' AND fold(a.serial_number) = ANY ($1)' USING serials;
END $$;
