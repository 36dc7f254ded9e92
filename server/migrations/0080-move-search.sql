-- Words of moves, found by their trigrams.
CREATE INDEX move_request_words ON move_request USING gin (fold(description) gin_trgm_ops) WHERE deleted_at IS NULL;
ALTER TABLE move_item ADD words text GENERATED ALWAYS AS (fold(name || ' ' || coalesce(field_values ->> 'firstName', '')
  || ' ' || coalesce(field_values ->> 'lastName', ''))) STORED;
CREATE INDEX move_item_words ON move_item USING gin (words gin_trgm_ops);

-- Moves by number, words, requester, who or what moves, and target; null when they are more than so many. As the owner,
-- because LIKE uses no index under row-level security; it binds the tenant itself.
CREATE FUNCTION find_moves(pattern text, number bigint, most integer) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT SET jit = off ROWS 100 AS $$
DECLARE
  tenant bigint := current_organisation();
  people bigint[] := ARRAY(SELECT find_users(pattern));
  picked text := format('SELECT id FROM move_request WHERE organisation_id = %L::bigint AND deleted_at IS NULL AND', tenant);
  moved text := format('SELECT move_request_id FROM move_item WHERE organisation_id = %L::bigint AND', tenant);
  found bigint[];
BEGIN
  EXECUTE format('SELECT array_agg(id) FROM (SELECT id FROM (
      (%1$s fold(description) LIKE fold(%3$L) LIMIT $1) UNION (%1$s id = $2)
      UNION (%1$s requester_id = ANY ($3) LIMIT $1) UNION (%2$s words LIKE fold(%3$L) LIMIT $1)
      UNION (%2$s user_id = ANY ($3) LIMIT $1) UNION (%2$s to_room_id = ANY ($4) LIMIT $1)) every LIMIT $1) found',
    picked, moved, pattern)
  INTO found USING most + 1, number, people, ARRAY(SELECT find_rooms(pattern));
  IF cardinality(found) > most THEN RETURN NEXT NULL; ELSE RETURN QUERY SELECT unnest(found); END IF;
END $$;
