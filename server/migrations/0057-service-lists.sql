-- Lists and figures of a million requests.

-- What is late is counted from the index alone, also for somebody who sees one center and what they asked for.
DROP INDEX service_request_late;
CREATE INDEX service_request_late ON service_request (organisation_id, late_at, id) INCLUDE (center_id, requester_id)
  WHERE late_at IS NOT NULL AND deleted_at IS NULL;
-- The queue by urgency.
CREATE INDEX service_request_urgent ON service_request (organisation_id, rank, id) WHERE open AND deleted_at IS NULL;

-- Requests by number, words, requester, type and space; null when they are more than so many. As the owner, because LIKE
-- uses no index under row-level security; it binds the tenant itself. An index of trigrams collects all hits before it
-- shows the first, half a second for a word that a million have: what more than one in twenty of the first and of the
-- last thousand have is not looked up.
DROP FUNCTION find_service_requests(text);
CREATE FUNCTION find_service_requests(pattern text, number bigint, most integer) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT SET jit = off ROWS 100 AS $$
DECLARE
  tenant bigint := current_organisation();
  picked text := format('SELECT id FROM service_request WHERE organisation_id = %L::bigint AND deleted_at IS NULL AND', tenant);
  often integer;
  found bigint[];
BEGIN
  SELECT least(count(*) FILTER (WHERE old), count(*) FILTER (WHERE NOT old)) INTO often FROM (
    (SELECT true AS old, description FROM service_request WHERE organisation_id = tenant AND deleted_at IS NULL
      ORDER BY id LIMIT 1000)
    UNION ALL
    (SELECT false, description FROM service_request WHERE organisation_id = tenant AND deleted_at IS NULL
      ORDER BY id DESC LIMIT 1000)) sample
  WHERE fold(description) LIKE fold(pattern);
  IF often > 50 THEN RETURN NEXT NULL; RETURN; END IF;
  EXECUTE format('SELECT array_agg(id) FROM (SELECT id FROM (
      (%1$s fold(description) LIKE fold(%2$L) LIMIT $1) UNION (%1$s id = $2)
      UNION (%1$s requester_id = ANY ($3) LIMIT $1) UNION (%1$s service_type_id = ANY ($4) LIMIT $1)
      UNION (%1$s room_id = ANY ($5) LIMIT $1)) every LIMIT $1) found', picked, pattern)
  INTO found USING most + 1, number, ARRAY(SELECT find_users(pattern)),
    ARRAY(SELECT t.id FROM service_type t WHERE t.organisation_id = tenant AND fold(t.name) LIKE fold(pattern)),
    ARRAY(SELECT s.id FROM room s WHERE s.organisation_id = tenant AND fold(s.name) LIKE fold(pattern));
  IF cardinality(found) > most THEN RETURN NEXT NULL; ELSE RETURN QUERY SELECT unnest(found); END IF;
END $$;
