-- Places whole: finding them by words and by distance, what goes with them when they go, plans of floors, and
-- the times at which rooms are taken.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- A type that goes out of use is hidden; rooms of it keep showing it.
ALTER TABLE room_type ADD COLUMN deleted_at timestamptz(3);
CREATE INDEX room_by_type ON room (organisation_id, room_type_id);
CREATE INDEX room_feed ON room (organisation_id, date_updated);

-- A place on Earth has both coordinates or none.
UPDATE building SET latitude = NULL, longitude = NULL WHERE (latitude IS NULL) <> (longitude IS NULL);
ALTER TABLE building ADD CHECK ((latitude IS NULL) = (longitude IS NULL));
ALTER TABLE floor ADD CHECK (area >= 0 AND area < 'Infinity');
-- A box around a point is read from here; comparing numbers is leakproof, so row security lets it.
CREATE INDEX building_near ON building (organisation_id, latitude, longitude) WHERE deleted_at IS NULL;

-- The words of an address, without what stands between them: "Houston, TX" and "houston tx" are the same.
CREATE FUNCTION location_words(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT btrim(regexp_replace(fold(words) COLLATE "und-x-icu", '[^[:alnum:]]+', ' ', 'g')) $$;

ALTER TABLE building
  ADD COLUMN search_text text NOT NULL GENERATED ALWAYS AS (fold(name || E'\n' || coalesce(code, ''))) STORED,
  -- Begins with a space, so that the start of a word can be searched for. Kept by note_location.
  ADD COLUMN location_text text NOT NULL DEFAULT '';
CREATE FUNCTION note_location() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.location_text := ' ' || location_words(concat_ws(' ', NEW.name, NEW.code, NEW.street, NEW.city, NEW.postal_code,
    (SELECT s.code || ' ' || s.name FROM state s WHERE s.organisation_id = NEW.organisation_id AND s.id = NEW.state_id),
    (SELECT c.alpha2_code || ' ' || c.name FROM country c
     WHERE c.organisation_id = NEW.organisation_id AND c.id = NEW.country_id)));
  RETURN NEW;
END $$;
CREATE TRIGGER note_location
  BEFORE INSERT OR UPDATE OF name, code, street, city, postal_code, state_id, country_id ON building
  FOR EACH ROW EXECUTE FUNCTION note_location();
UPDATE building SET name = name;
CREATE INDEX building_search ON building USING gin (search_text gin_trgm_ops) WHERE deleted_at IS NULL;
CREATE INDEX building_location ON building USING gin (location_text gin_trgm_ops) WHERE deleted_at IS NULL;

-- Searches run as the owner, because LIKE uses no index under row-level security, and bind the tenant themselves.
CREATE FUNCTION find_buildings(pattern text) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT ROWS 100 AS $$
  SELECT id FROM building
  WHERE organisation_id = current_organisation() AND deleted_at IS NULL AND search_text LIKE fold(pattern)
$$;
CREATE FUNCTION find_rooms(pattern text) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT ROWS 100 AS $$
  SELECT id FROM room
  WHERE organisation_id = current_organisation() AND deleted_at IS NULL AND fold(name) LIKE fold(pattern)
$$;
-- Buildings whose address, name or code has every word of the search. One or two Latin letters are the code of a
-- state or the first letters of a word; longer ones may stand anywhere, also inside a name without spaces.
CREATE FUNCTION find_located(search text) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT ROWS 100 AS $$
DECLARE
  word text;
  words text := location_words(search);
  hits text := '';
BEGIN
  IF words = '' THEN RETURN; END IF;
  FOREACH word IN ARRAY string_to_array(words, ' ') LOOP
    hits := hits || format(' AND location_text LIKE %L',
      CASE WHEN word ~ '^[a-z]{1,2}$' THEN '% ' ELSE '%' END || word || '%');
  END LOOP;
  RETURN QUERY EXECUTE 'SELECT id FROM building WHERE organisation_id = $1 AND deleted_at IS NULL' || hits
    USING current_organisation();
END $$;

-- What stands in a place that is gone would be in none: it cannot be stored. The share lock holds off whoever
-- removes the place at this moment.
CREATE FUNCTION demand_living_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'floor' THEN
    PERFORM FROM building WHERE organisation_id = NEW.organisation_id AND id = NEW.building_id AND deleted_at IS NULL
    FOR SHARE;
  ELSE
    PERFORM FROM floor WHERE organisation_id = NEW.organisation_id AND id = NEW.floor_id AND deleted_at IS NULL
    FOR SHARE;
  END IF;
  IF NOT FOUND THEN
    RAISE EXCEPTION '% % stands in a place that has been removed', TG_TABLE_NAME, NEW.id
      USING ERRCODE = 'foreign_key_violation', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER floor_in_living_building AFTER INSERT OR UPDATE OF building_id, deleted_at ON floor
  FOR EACH ROW WHEN (NEW.deleted_at IS NULL) EXECUTE FUNCTION demand_living_place();
CREATE TRIGGER room_on_living_floor AFTER INSERT OR UPDATE OF floor_id, deleted_at ON room
  FOR EACH ROW WHEN (NEW.deleted_at IS NULL) EXECUTE FUNCTION demand_living_place();

-- When a room is taken, and for whom. Half-open: bookings that touch do not overlap.
CREATE TABLE reservation (
  organisation_id bigint NOT NULL REFERENCES organisation(id),
  id bigint GENERATED BY DEFAULT AS IDENTITY,
  center_id bigint NOT NULL,
  room_id bigint NOT NULL,
  user_id bigint NOT NULL,
  during tstzrange NOT NULL CHECK (NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during)
    AND NOT lower_inf(during) AND NOT upper_inf(during)),
  all_day boolean NOT NULL DEFAULT false,
  state text NOT NULL DEFAULT 'booked'
    CHECK (state IN ('booked', 'checked_in', 'checked_out', 'cancelled', 'released')),
  name text NOT NULL DEFAULT '',
  notes text NOT NULL DEFAULT '',
  number_of_people integer CHECK (number_of_people >= 0),
  guests jsonb NOT NULL DEFAULT '[]',
  date_created timestamptz(3) NOT NULL DEFAULT now(),
  date_updated timestamptz(3) NOT NULL DEFAULT now(),
  deleted_at timestamptz(3),
  -- Whether it keeps others out of the room.
  holds boolean NOT NULL GENERATED ALWAYS AS (state NOT IN ('cancelled', 'released') AND deleted_at IS NULL) STORED,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id, center_id) REFERENCES center (organisation_id, id),
  FOREIGN KEY (organisation_id, room_id) REFERENCES room (organisation_id, id),
  FOREIGN KEY (organisation_id, user_id) REFERENCES app_user (organisation_id, id),
  -- No room twice at one time, whoever writes and however many at once.
  CONSTRAINT reservation_once EXCLUDE USING gist (organisation_id WITH =, room_id WITH =, during WITH &&) WHERE (holds)
);
-- For the rooms taken at one time. Its condition says what holds says, in other words: were it the same, the planner
-- could not tell this index from that of the constraint, which sorts by room and would be read whole.
CREATE INDEX reservation_during ON reservation USING gist (organisation_id, during) INCLUDE (room_id)
  WHERE state NOT IN ('cancelled', 'released') AND deleted_at IS NULL;
CREATE INDEX reservation_by_user ON reservation (organisation_id, user_id);
CREATE INDEX reservation_feed ON reservation (organisation_id, date_updated);

-- The rooms taken at some moment of the window; as the owner, because && is not leakproof either.
CREATE FUNCTION busy_rooms(since timestamptz, until timestamptz) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT ROWS 500 AS $$
  SELECT DISTINCT room_id FROM reservation
  WHERE organisation_id = current_organisation() AND during && tstzrange(since, until)
    AND state NOT IN ('cancelled', 'released') AND deleted_at IS NULL
$$;

-- The drawing of a floor, sanitised on arrival, with its view box; and which outline on it is which room.
CREATE TABLE floor_plan (
  organisation_id bigint NOT NULL,
  floor_id bigint NOT NULL,
  svg text NOT NULL,
  min_x double precision NOT NULL,
  min_y double precision NOT NULL,
  width double precision NOT NULL CHECK (width > 0 AND width <= 1e9),
  height double precision NOT NULL CHECK (height > 0 AND height <= 1e9),
  file_name text NOT NULL DEFAULT '',
  date_created timestamptz(3) NOT NULL DEFAULT now(),
  date_updated timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, floor_id),
  FOREIGN KEY (organisation_id, floor_id) REFERENCES floor (organisation_id, id)
);
ALTER TABLE room ADD UNIQUE (organisation_id, id, floor_id);
CREATE TABLE room_shape (
  organisation_id bigint NOT NULL,
  room_id bigint NOT NULL,
  floor_id bigint NOT NULL,
  -- [[x, y], …] in the units of the plan.
  points jsonb CHECK (jsonb_typeof(points) = 'array' AND jsonb_array_length(points) >= 3),
  -- The id that the outline bears in the drawing.
  element_id text,
  date_updated timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (organisation_id, room_id),
  CHECK (points IS NOT NULL OR element_id IS NOT NULL),
  UNIQUE (organisation_id, floor_id, element_id),
  -- The shape is on the plan of the floor that the room is on.
  FOREIGN KEY (organisation_id, room_id, floor_id) REFERENCES room (organisation_id, id, floor_id)
);

SELECT guard_tenant('reservation', 'floor_plan', 'room_shape');

-- A building goes with its floors, a floor with its rooms. A room leaves the plan when it goes or changes floors;
-- when it goes, nobody sits in it any more and bookings that had not begun to be used are cancelled.
CREATE FUNCTION remove_what_stands_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'building' THEN
    UPDATE floor SET deleted_at = NEW.deleted_at, date_updated = NEW.date_updated
    WHERE organisation_id = NEW.organisation_id AND building_id = NEW.id AND deleted_at IS NULL;
  ELSIF TG_TABLE_NAME = 'floor' THEN
    UPDATE room SET deleted_at = NEW.deleted_at, date_updated = NEW.date_updated
    WHERE organisation_id = NEW.organisation_id AND floor_id = NEW.id AND deleted_at IS NULL;
    DELETE FROM floor_plan WHERE organisation_id = NEW.organisation_id AND floor_id = NEW.id;
  ELSE
    UPDATE app_user SET room_id = NULL, date_updated = NEW.date_updated
    WHERE organisation_id = NEW.organisation_id AND room_id = NEW.id;
    UPDATE reservation SET state = 'cancelled', date_updated = NEW.date_updated
    WHERE organisation_id = NEW.organisation_id AND room_id = NEW.id AND state = 'booked' AND deleted_at IS NULL
      AND upper(during) > NEW.deleted_at;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER remove_floors AFTER UPDATE OF deleted_at ON building
  FOR EACH ROW WHEN (OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL) EXECUTE FUNCTION remove_what_stands_in();
CREATE TRIGGER remove_rooms AFTER UPDATE OF deleted_at ON floor
  FOR EACH ROW WHEN (OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL) EXECUTE FUNCTION remove_what_stands_in();
CREATE TRIGGER remove_from_room AFTER UPDATE OF deleted_at ON room
  FOR EACH ROW WHEN (OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL) EXECUTE FUNCTION remove_what_stands_in();

CREATE FUNCTION take_off_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM room_shape WHERE organisation_id = OLD.organisation_id AND room_id = OLD.id;
  RETURN NEW;
END $$;
CREATE TRIGGER take_off_plan BEFORE UPDATE OF floor_id, deleted_at ON room
  FOR EACH ROW WHEN (NEW.floor_id <> OLD.floor_id OR NEW.deleted_at IS NOT NULL) EXECUTE FUNCTION take_off_plan();
