-- The type-ahead over people at the scan: every word may hit anywhere, and the answer must come while the
-- clerk types, over 100,000 people.
CREATE INDEX app_user_name_start ON app_user (organisation_id, (fold(name)) text_pattern_ops)
  WHERE deleted_at IS NULL;
CREATE INDEX app_user_name_words ON app_user USING gin ((' ' || fold(name)) gin_trgm_ops)
  WHERE deleted_at IS NULL;
CREATE INDEX room_search ON room USING gin ((fold(name)) gin_trgm_ops) WHERE deleted_at IS NULL;
CREATE INDEX room_mail_stop ON room (organisation_id, mail_stop_id);

-- Runs as the owner, because LIKE uses no index under row-level security, and binds the tenant itself.
-- Three passes, each only when those before have not filled the list: names that start with the whole search;
-- names in which every word of the search starts a word; every word anywhere in the person's own words, mail
-- stop or space. A pass looks at no more than 1,000 hits, so that "com" in 100,000 addresses costs no more.
-- Each is planned for the words at hand: what finds "an" well is ruinous for "exam".
CREATE FUNCTION find_recipients(search text, most integer) RETURNS TABLE (id bigint, place integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT SET plan_cache_mode = force_custom_plan
ROWS 10 AS $$
#variable_conflict use_column
DECLARE
  org bigint := current_organisation();
  start text := regexp_replace(btrim(fold(search)), '\s+', ' ', 'g');
  word text;
  starting text := '';
  anywhere text := '';
  stops bigint[];
  rooms bigint[];
  found bigint[];
BEGIN
  found := ARRAY(
    SELECT id FROM app_user
    WHERE organisation_id = org AND deleted_at IS NULL
      AND fold(name) ~>=~ start AND fold(name) ~<~ (start || chr(1114111))
    ORDER BY fold(name) USING ~<~, id LIMIT most);
  IF cardinality(found) >= most OR start = '' THEN
    RETURN QUERY SELECT hit.id, hit.place::integer FROM unnest(found) WITH ORDINALITY AS hit(id, place);
    RETURN;
  END IF;

  FOREACH word IN ARRAY string_to_array(start, ' ') LOOP
    word := regexp_replace(word, '([\\%_])', '\\\1', 'g');
    starting := starting || format(' AND (%L || fold(name)) LIKE %L', ' ', '% ' || word || '%');
    stops := ARRAY(SELECT id FROM mail_stop
      WHERE organisation_id = org AND deleted_at IS NULL AND fold(name) LIKE '%' || word || '%');
    rooms := ARRAY(
      SELECT id FROM room WHERE organisation_id = org AND deleted_at IS NULL AND fold(name) LIKE '%' || word || '%'
      UNION
      SELECT id FROM room WHERE organisation_id = org AND deleted_at IS NULL AND mail_stop_id = ANY (stops));
    anywhere := anywhere || format(' AND (search_text LIKE %L', '%' || word || '%')
      || CASE WHEN stops = '{}' THEN '' ELSE format(' OR mail_stop_id = ANY (%L::bigint[])', stops) END
      || CASE WHEN rooms = '{}' THEN '' ELSE format(' OR room_id = ANY (%L::bigint[])', rooms) END || ')';
  END LOOP;

  FOREACH word IN ARRAY ARRAY[starting, anywhere] LOOP
    EXIT WHEN cardinality(found) >= most;
    -- Nothing but punctuation starts no word, and has no trigrams that an index could be asked for.
    CONTINUE WHEN word = starting AND start !~ '[[:alnum:]]';
    EXECUTE 'SELECT $1 || ARRAY(
        SELECT id FROM (
          SELECT id, name FROM app_user
          WHERE organisation_id = $2 AND deleted_at IS NULL AND NOT id = ANY ($1)' || word || '
          LIMIT 1000
        ) hit ORDER BY fold(name), id LIMIT $3)'
    INTO found USING found, org, most - cardinality(found);
  END LOOP;
  RETURN QUERY SELECT hit.id, hit.place::integer FROM unnest(found) WITH ORDINALITY AS hit(id, place);
END $$;
