-- The desk's figures, kept while the desk works, so that a chart over a million parcels costs as much as its
-- days. A parcel arrives once, by its first check-in; it is delivered once. What came back from a round, or
-- from another center, has not arrived again. Parcels that were removed count for nothing.

-- What the figures count, one row an event. The tables below say the same, added up.
CREATE VIEW mail_event WITH (security_invoker = true) AS
  SELECT s.organisation_id, s.mail_item_id, s.center_id, i.courier_id, s.code,
    (s.date_created AT TIME ZONE o.time_zone)::date AS day, s.date_created - i.date_created AS took
  FROM mail_status s
  JOIN mail_item i ON i.organisation_id = s.organisation_id AND i.id = s.mail_item_id
  JOIN organisation o ON o.id = s.organisation_id
  WHERE i.deleted_at IS NULL AND (s.code = 'out' OR (s.code = 'checkin' AND s.date_created = i.date_created));
GRANT SELECT ON mail_event TO atrium_app;

-- By the organisation's day, and the center where it happened. Free space on each page lets the row of today
-- be rewritten in place.
CREATE TABLE mail_day (
  organisation_id bigint NOT NULL,
  day date NOT NULL,
  center_id bigint NOT NULL,
  courier_id bigint NOT NULL,
  checked_in integer NOT NULL,
  delivered integer NOT NULL,
  PRIMARY KEY (organisation_id, day, center_id, courier_id),
  FOREIGN KEY (organisation_id, center_id) REFERENCES center (organisation_id, id),
  FOREIGN KEY (organisation_id, courier_id) REFERENCES courier (organisation_id, id)
) WITH (fillfactor = 70);

-- How long parcels took from check-in to delivery, in buckets each 4 % wider than the one before, by the day
-- of the delivery.
CREATE TABLE mail_delivery_time (
  organisation_id bigint NOT NULL,
  day date NOT NULL,
  bucket smallint NOT NULL,
  center_id bigint NOT NULL,
  delivered integer NOT NULL,
  PRIMARY KEY (organisation_id, day, bucket, center_id),
  FOREIGN KEY (organisation_id, center_id) REFERENCES center (organisation_id, id)
) WITH (fillfactor = 70);
SELECT guard_tenant('mail_day', 'mail_delivery_time');

-- Bucket b holds 1.04^b ms up to 1.04^(b+1) ms; the value it is read as is off by 2 % of the truth at most.
CREATE FUNCTION delivery_bucket(took interval) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT floor(ln(greatest(1, extract(epoch FROM took) * 1000)::float8) / ln(1.04::float8))::smallint $$;
CREATE FUNCTION delivery_ms(bucket integer) RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT round(power(1.04::float8, bucket + 1) * 2 / 2.04) $$;

-- All statuses of a statement at once: a batch of five hundred costs two upserts.
CREATE FUNCTION count_mail_statuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH event AS MATERIALIZED (
    SELECT a.organisation_id, a.center_id, i.courier_id, a.code,
      (a.date_created AT TIME ZONE o.time_zone)::date AS day, a.date_created - i.date_created AS took
    FROM added a
    JOIN mail_item i ON i.organisation_id = a.organisation_id AND i.id = a.mail_item_id
    JOIN organisation o ON o.id = a.organisation_id
    WHERE i.deleted_at IS NULL AND (a.code = 'out' OR (a.code = 'checkin' AND a.date_created = i.date_created))
  ), timed AS (
    INSERT INTO mail_delivery_time AS t (organisation_id, day, bucket, center_id, delivered)
    SELECT organisation_id, day, delivery_bucket(took), center_id, count(*) FROM event
    WHERE code = 'out' GROUP BY 1, 2, 3, 4
    ON CONFLICT (organisation_id, day, bucket, center_id) DO UPDATE SET delivered = t.delivered + excluded.delivered
  )
  INSERT INTO mail_day AS t (organisation_id, day, center_id, courier_id, checked_in, delivered)
  SELECT organisation_id, day, center_id, courier_id,
    count(*) FILTER (WHERE code = 'checkin'), count(*) FILTER (WHERE code = 'out') FROM event GROUP BY 1, 2, 3, 4
  ON CONFLICT (organisation_id, day, center_id, courier_id) DO UPDATE
    SET checked_in = t.checked_in + excluded.checked_in, delivered = t.delivered + excluded.delivered;
  RETURN NULL;
END $$;
CREATE TRIGGER count_mail_statuses AFTER INSERT ON mail_status
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_mail_statuses();

-- Moves what a parcel counts for: another courier, removed, or back.
CREATE FUNCTION shift_mail_figures(item mail_item, by integer) RETURNS void LANGUAGE sql AS $$
  WITH event AS MATERIALIZED (
    SELECT s.organisation_id, s.center_id, s.code, (s.date_created AT TIME ZONE o.time_zone)::date AS day,
      s.date_created - item.date_created AS took
    FROM mail_status s JOIN organisation o ON o.id = s.organisation_id
    WHERE s.organisation_id = item.organisation_id AND s.mail_item_id = item.id
      AND (s.code = 'out' OR (s.code = 'checkin' AND s.date_created = item.date_created))
  ), timed AS (
    INSERT INTO mail_delivery_time AS t (organisation_id, day, bucket, center_id, delivered)
    SELECT organisation_id, day, delivery_bucket(took), center_id, by * count(*) FROM event
    WHERE code = 'out' GROUP BY 1, 2, 3, 4
    ON CONFLICT (organisation_id, day, bucket, center_id) DO UPDATE SET delivered = t.delivered + excluded.delivered
  )
  INSERT INTO mail_day AS t (organisation_id, day, center_id, courier_id, checked_in, delivered)
  SELECT organisation_id, day, center_id, item.courier_id, by * count(*) FILTER (WHERE code = 'checkin'),
    by * count(*) FILTER (WHERE code = 'out') FROM event GROUP BY 1, 2, 3, 4
  ON CONFLICT (organisation_id, day, center_id, courier_id) DO UPDATE
    SET checked_in = t.checked_in + excluded.checked_in, delivered = t.delivered + excluded.delivered
$$;
CREATE FUNCTION recount_mail_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.deleted_at IS NULL THEN PERFORM shift_mail_figures(OLD, -1); END IF;
  IF NEW.deleted_at IS NULL THEN PERFORM shift_mail_figures(NEW, 1); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER recount_mail_item AFTER UPDATE OF courier_id, deleted_at ON mail_item FOR EACH ROW
  WHEN (OLD.courier_id <> NEW.courier_id OR (OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL))
  EXECUTE FUNCTION recount_mail_item();

-- Adds everything up anew. The clock is taken, as by any writer, so that nothing happens meanwhile.
CREATE FUNCTION rebuild_mail_figures(organisation bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM organisation_clock c WHERE c.organisation_id = organisation FOR UPDATE;
  DELETE FROM mail_day d WHERE d.organisation_id = organisation;
  DELETE FROM mail_delivery_time t WHERE t.organisation_id = organisation;
  INSERT INTO mail_day (organisation_id, day, center_id, courier_id, checked_in, delivered)
    SELECT organisation_id, day, center_id, courier_id,
      count(*) FILTER (WHERE code = 'checkin'), count(*) FILTER (WHERE code = 'out')
    FROM mail_event e WHERE e.organisation_id = organisation GROUP BY 1, 2, 3, 4;
  INSERT INTO mail_delivery_time (organisation_id, day, bucket, center_id, delivered)
    SELECT organisation_id, day, delivery_bucket(took), center_id, count(*)
    FROM mail_event e WHERE e.organisation_id = organisation AND code = 'out' GROUP BY 1, 2, 3, 4
    ORDER BY 1, 2, 3, 4;
END $$;
SELECT rebuild_mail_figures(id) FROM organisation;

-- Days begin elsewhere in another zone.
CREATE FUNCTION rebuild_after_zone() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM rebuild_mail_figures(NEW.id); RETURN NULL; END $$;
CREATE TRIGGER rebuild_mail_figures AFTER UPDATE OF time_zone ON organisation FOR EACH ROW
  WHEN (OLD.time_zone <> NEW.time_zone) EXECUTE FUNCTION rebuild_after_zone();
