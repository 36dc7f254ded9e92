-- The directory as one types, the tree of managers, and invitations.

-- The words of a person without what stands between them and without marks: "Jose" finds José, "lodz" finds Łódź.
-- Each character of scripts that put no spaces between words (Han, kana) is a word of its own.
CREATE FUNCTION person_words(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT location_words(regexp_replace(
    translate(regexp_replace(normalize(fold(words), NFKD), '[\u0300-\u036f]', '', 'g'), 'łøđı', 'lodi'),
    '([\u2e80-\u9fff])', ' \1 ', 'g'))
$$;

-- Everything a person is looked for by, their space and mail stop too, in one column: several words that lie in
-- several tables could not be looked for by an index. Begins with a space, so that the start of a word can be
-- searched for. Kept by note_person and by the triggers on spaces and stops below.
ALTER TABLE app_user ADD COLUMN words text NOT NULL DEFAULT '';
CREATE FUNCTION note_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.words := ' ' || person_words(concat_ws(' ', NEW.first_name, NEW.last_name, NEW.known_as, NEW.email, NEW.user_name,
    NEW.employee_id,
    (SELECT name FROM room
     WHERE organisation_id = NEW.organisation_id AND id = NEW.room_id AND deleted_at IS NULL),
    (SELECT name FROM mail_stop
     WHERE organisation_id = NEW.organisation_id AND deleted_at IS NULL AND id = coalesce(NEW.mail_stop_id,
       (SELECT mail_stop_id FROM room
        WHERE organisation_id = NEW.organisation_id AND id = NEW.room_id AND deleted_at IS NULL)))));
  RETURN NEW;
END $$;
CREATE TRIGGER note_person
  BEFORE INSERT OR UPDATE OF first_name, last_name, known_as, email, user_name, employee_id, room_id, mail_stop_id, words
  ON app_user FOR EACH ROW EXECUTE FUNCTION note_person();
UPDATE app_user SET words = '';
CREATE INDEX app_user_words ON app_user USING gin (words gin_trgm_ops) WHERE deleted_at IS NULL;

-- A space or stop with another name, or none any more: the people there are found by what it is called now.
CREATE FUNCTION note_people_of_room() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE app_user SET words = '' WHERE organisation_id = NEW.organisation_id AND room_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER note_people AFTER UPDATE OF name, mail_stop_id, deleted_at ON room FOR EACH ROW
  WHEN ((OLD.name, OLD.mail_stop_id, OLD.deleted_at) IS DISTINCT FROM (NEW.name, NEW.mail_stop_id, NEW.deleted_at))
  EXECUTE FUNCTION note_people_of_room();
CREATE FUNCTION note_people_of_stop() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE app_user SET words = '' WHERE organisation_id = NEW.organisation_id AND (mail_stop_id = NEW.id
    OR room_id IN (SELECT id FROM room WHERE organisation_id = NEW.organisation_id AND mail_stop_id = NEW.id));
  RETURN NULL;
END $$;
CREATE TRIGGER note_people AFTER UPDATE OF name, deleted_at ON mail_stop FOR EACH ROW
  WHEN ((OLD.name, OLD.deleted_at) IS DISTINCT FROM (NEW.name, NEW.deleted_at))
  EXECUTE FUNCTION note_people_of_stop();

-- One or two characters begin a word, because trigrams find nothing shorter within one; longer words may stand
-- anywhere. There is nothing in the words that LIKE would take for a wildcard.
CREATE FUNCTION person_patterns(search text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(CASE WHEN length(word) < 3 THEN '% ' ELSE '%' END || word || '%'), '{}')
  FROM unnest(string_to_array(person_words(search), ' ')) word WHERE word <> ''
$$;

-- People who have every word of the search, at most so many of them and in no order: whoever asks for one more than
-- they want to sort knows whether there are more. Runs as the owner, because LIKE uses no index under row-level
-- security, and binds the tenant itself. Planned for the words at hand.
CREATE FUNCTION find_people(search text, most integer) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT SET plan_cache_mode = force_custom_plan
ROWS 100 AS $$
DECLARE
  pattern text;
  hits text := '';
BEGIN
  FOREACH pattern IN ARRAY person_patterns(search) LOOP
    hits := hits || format(' AND words LIKE %L', pattern);
  END LOOP;
  IF hits = '' THEN RETURN; END IF;
  RETURN QUERY EXECUTE
    'SELECT id FROM app_user WHERE organisation_id = $1 AND deleted_at IS NULL' || hits || ' LIMIT $2'
    USING current_organisation(), most;
END $$;

-- Nobody is their own manager, over any number of others. Writers of an organisation take turns at its clock, so no
-- two of them can close a circle together.
CREATE FUNCTION refuse_circle_of_managers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    WITH RECURSIVE above (id) AS (
      SELECT NEW.manager_id
      UNION
      SELECT u.manager_id FROM app_user u JOIN above ON u.id = above.id
      WHERE u.organisation_id = NEW.organisation_id AND u.manager_id IS NOT NULL
    )
    SELECT FROM above WHERE id = NEW.id
  ) THEN
    RAISE EXCEPTION 'person % would report to themselves', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'app_user_manager_circle', TABLE = 'app_user';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER refuse_circle AFTER UPDATE OF manager_id ON app_user FOR EACH ROW
  WHEN (NEW.manager_id IS NOT NULL AND NEW.manager_id IS DISTINCT FROM OLD.manager_id)
  EXECUTE FUNCTION refuse_circle_of_managers();

-- When somebody was invited with this link; null for one that they asked for themselves.
ALTER TABLE password_reset ADD COLUMN invited_at timestamptz(3);
CREATE INDEX password_reset_user ON password_reset (organisation_id, user_id);
