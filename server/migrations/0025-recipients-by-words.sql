-- The type-ahead at the scan finds by the words that migration 0023 keeps with each person, as the directory
-- does: their own, of their space and of their mail stop. Texts of one or two characters that nobody's word begins
-- with read the whole table before, 150 ms at 100,000 people, and so did words that many spaces or stops have.
--
-- Three passes as before, each only when those before have not filled the list: names that start with the whole
-- search; names in which every word of the search starts a word; every word anywhere (of one or two characters: at
-- the start of a word). A pass looks at no more than 1,000 hits. Each is planned for the words at hand.
CREATE OR REPLACE FUNCTION find_recipients(search text, most integer) RETURNS TABLE (id bigint, place integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT SET plan_cache_mode = force_custom_plan
ROWS 10 AS $$
#variable_conflict use_column
DECLARE
  org bigint := current_organisation();
  start text := regexp_replace(btrim(fold(search)), '\s+', ' ', 'g');
  word text;
  starting text := '';
  anywhere text := '';
  found bigint[];
BEGIN
  found := ARRAY(
    SELECT id FROM app_user
    WHERE organisation_id = org AND deleted_at IS NULL
      AND fold(name) ~>=~ start AND fold(name) ~<~ (start || chr(1114111))
    ORDER BY fold(name) USING ~<~, id LIMIT most);

  FOREACH word IN ARRAY person_patterns(search) LOOP
    anywhere := anywhere || format(' AND words LIKE %L', word);
  END LOOP;
  -- Nothing but punctuation is in nobody's words.
  IF cardinality(found) < most AND anywhere <> '' THEN
    FOREACH word IN ARRAY string_to_array(start, ' ') LOOP
      starting := starting || format(' AND (%L || fold(name)) LIKE %L',
        ' ', '% ' || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%');
    END LOOP;
    FOREACH word IN ARRAY ARRAY[anywhere || starting, anywhere] LOOP
      EXIT WHEN cardinality(found) >= most;
      EXECUTE 'SELECT $1 || ARRAY(
          SELECT id FROM (
            SELECT id, name FROM app_user
            WHERE organisation_id = $2 AND deleted_at IS NULL AND NOT id = ANY ($1)' || word || '
            LIMIT 1000
          ) hit ORDER BY fold(name), id LIMIT $3)'
      INTO found USING found, org, most - cardinality(found);
    END LOOP;
  END IF;
  RETURN QUERY SELECT hit.id, hit.place::integer FROM unnest(found) WITH ORDINALITY AS hit(id, place);
END $$;
