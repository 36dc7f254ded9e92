-- The register: searching a million assets, codes, and the log of changes.

CREATE INDEX asset_search ON asset USING gin (words gin_trgm_ops) WHERE deleted_at IS NULL;
CREATE INDEX asset_model_search ON asset_model USING gin (fold(name) gin_trgm_ops);

-- Who and what a search means: assets, as far as they can be told at once, and the models, owners and spaces that are
-- called so. As the owner, because LIKE uses no index under row-level security; it binds the tenant itself.
-- `hits` is null when they are more than `most`, or so common that a list meets them on its way: an index of trigrams
-- collects all hits before it shows the first. Of the others, null means more than `most`.
-- `exact`: by trigrams, which the caller knows to be in the pattern. `serial`: serial numbers alone.
CREATE FUNCTION find_assets(pattern text, exact boolean, serial boolean, most integer,
  OUT hits bigint[], OUT models bigint[], OUT owners bigint[], OUT rooms bigint[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT SET jit = off AS $$
DECLARE
  tenant bigint := current_organisation();
  wanted text := fold(pattern);
  picked text := format('SELECT id FROM asset WHERE organisation_id = %L::bigint AND deleted_at IS NULL AND ', tenant);
  alike text := format('words LIKE %L', wanted);
  often integer;
BEGIN
  IF serial THEN
    alike := alike || format(' AND fold(serial_number) LIKE %L', wanted);
    models := '{}'; owners := '{}'; rooms := '{}';
  ELSE
    -- Somebody who has been removed may have it still; of a removed space nothing is shown.
    EXECUTE format('SELECT ARRAY(SELECT id FROM asset_model WHERE organisation_id = %1$L::bigint AND fold(name) LIKE %2$L LIMIT $1),
      ARRAY(SELECT id FROM app_user WHERE organisation_id = %1$L::bigint AND search_text LIKE %2$L AND fold(name) LIKE %2$L LIMIT $1),
      ARRAY(SELECT id FROM room WHERE organisation_id = %1$L::bigint AND deleted_at IS NULL AND fold(name) LIKE %2$L LIMIT $1)',
      tenant, wanted) INTO models, owners, rooms USING most + 1;
    IF cardinality(models) > most THEN models := NULL; END IF;
    IF cardinality(owners) > most THEN owners := NULL; END IF;
    IF cardinality(rooms) > most THEN rooms := NULL; END IF;
  END IF;
  IF NOT exact OR models IS NULL OR owners IS NULL OR rooms IS NULL THEN RETURN; END IF;
  -- More than one in twenty of the first and of the last thousand.
  EXECUTE format('SELECT least(count(*) FILTER (WHERE old), count(*) FILTER (WHERE NOT old)) FROM (
      (SELECT true AS old, * FROM asset WHERE organisation_id = %1$L::bigint AND deleted_at IS NULL ORDER BY id LIMIT 1000)
      UNION ALL
      (SELECT false, * FROM asset WHERE organisation_id = %1$L::bigint AND deleted_at IS NULL ORDER BY id DESC LIMIT 1000)) sample
    WHERE %2$s OR asset_model_id = ANY (%3$L::bigint[]) OR owner_id = ANY (%4$L::bigint[]) OR room_id = ANY (%5$L::bigint[])',
    tenant, alike, models, owners, rooms) INTO often;
  IF often > 50 THEN RETURN; END IF;
  EXECUTE format('SELECT array_agg(id) FROM (SELECT id FROM (
      (%1$s %2$s LIMIT $1) UNION (%1$s asset_model_id = ANY ($2) LIMIT $1)
      UNION (%1$s owner_id = ANY ($3) LIMIT $1) UNION (%1$s room_id = ANY ($4) LIMIT $1)) every LIMIT $1) hit', picked, alike)
    INTO hits USING most + 1, models, owners, rooms;
  hits := CASE WHEN cardinality(hits) > most THEN NULL ELSE coalesce(hits, '{}') END;
END $$;

-- What bears a code: on its label, given by its maker, or printed by us. As the owner for the same reason.
CREATE FUNCTION assets_by_code(code text, number bigint) RETURNS TABLE (asset_id bigint, bears text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT ROWS 2 AS $$
  (SELECT id, 'localUID' FROM asset WHERE organisation_id = current_organisation() AND deleted_at IS NULL
    AND local_uid <> '' AND fold(local_uid) = fold(code))
  UNION ALL
  (SELECT id, 'serialNumber' FROM asset WHERE organisation_id = current_organisation() AND deleted_at IS NULL
    AND serial_number <> '' AND fold(serial_number) = fold(code) ORDER BY id LIMIT 20)
  UNION ALL
  (SELECT id, 'code' FROM asset WHERE organisation_id = current_organisation() AND deleted_at IS NULL AND id = number)
$$;

SELECT audit_table('asset', 'asset');
SELECT audit_table('asset_image', 'asset', 'asset_id');
