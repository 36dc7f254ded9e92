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
  checked_in integer NOT NULL,
  delivered integer NOT NULL,
  PRIMARY KEY (organisation_id, day, center_id),
  FOREIGN KEY (organisation_id, center_id) REFERENCES center (organisation_id, id)
) WITH (fillfactor = 70);

-- Check-ins by courier, of each day and of each month: a year of seventy couriers at three centers is seventy
-- thousand days, or two and a half thousand months and what is left over at its ends.
CREATE TABLE mail_courier_count (
  organisation_id bigint NOT NULL,
  span text NOT NULL CHECK (span IN ('day', 'month')),
  starts date NOT NULL CHECK (span = 'day' OR extract(day FROM starts) = 1),
  center_id bigint NOT NULL,
  courier_id bigint NOT NULL,
  checked_in integer NOT NULL,
  PRIMARY KEY (organisation_id, span, starts, center_id, courier_id),
  FOREIGN KEY (organisation_id, center_id) REFERENCES center (organisation_id, id),
  FOREIGN KEY (organisation_id, courier_id) REFERENCES courier (organisation_id, id)
) WITH (fillfactor = 70);

-- How long parcels took from check-in to delivery, by the day of the delivery: element b + 1 counts those that
-- took 1.04^b seconds up to 1.04^(b+1), so that a duration read from it is off by 2 % at most. The first also
-- has what was quicker, the last (five years) what was slower. Center 0 stands for all of them together: a
-- chart of a year reads 365 rows, however many centers there are.
CREATE TABLE mail_delivery_time (
  organisation_id bigint NOT NULL REFERENCES organisation (id),
  day date NOT NULL,
  center_id bigint NOT NULL,
  counts integer[] NOT NULL,
  PRIMARY KEY (organisation_id, day, center_id)
) WITH (fillfactor = 50);
SELECT guard_tenant('mail_day', 'mail_courier_count', 'mail_delivery_time');

CREATE FUNCTION delivery_bucket(took interval) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT least(floor(ln(greatest(1, extract(epoch FROM took))::float8) / ln(1.04::float8)), 479)::integer $$;
-- So many more deliveries in these buckets, on top of what was counted before.
CREATE FUNCTION add_deliveries(counts integer[], buckets integer[], numbers integer[]) RETURNS integer[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE sums integer[] := coalesce(counts, array_fill(0, ARRAY[480]));
BEGIN
  FOR i IN 1 .. cardinality(buckets) LOOP
    sums[buckets[i] + 1] := sums[buckets[i] + 1] + numbers[i];
  END LOOP;
  RETURN sums;
END $$;

-- Counts events, or takes them away. An event is what mail_event has, of any organisations.
CREATE TYPE mail_happening AS
  (organisation_id bigint, center_id bigint, courier_id bigint, code text, day date, took interval);
CREATE FUNCTION count_mail_events(events mail_happening[], by integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE d record;
BEGIN
  INSERT INTO mail_day AS t (organisation_id, day, center_id, checked_in, delivered)
  SELECT organisation_id, day, center_id,
    by * count(*) FILTER (WHERE code = 'checkin'), by * count(*) FILTER (WHERE code = 'out')
  FROM unnest(events) GROUP BY 1, 2, 3
  ON CONFLICT (organisation_id, day, center_id) DO UPDATE
    SET checked_in = t.checked_in + excluded.checked_in, delivered = t.delivered + excluded.delivered;
  INSERT INTO mail_courier_count AS t (organisation_id, span, starts, center_id, courier_id, checked_in)
  SELECT organisation_id, span, starts, center_id, courier_id, by * count(*)
  FROM unnest(events)
  CROSS JOIN LATERAL (VALUES ('day', day), ('month', date_trunc('month', day)::date)) AS s(span, starts)
  WHERE code = 'checkin' GROUP BY 1, 2, 3, 4, 5
  ON CONFLICT (organisation_id, span, starts, center_id, courier_id) DO UPDATE
    SET checked_in = t.checked_in + excluded.checked_in;
  FOR d IN
    SELECT organisation_id, day, center, array_agg(bucket) AS buckets, array_agg(number) AS numbers
    FROM (
      SELECT organisation_id, day, center, delivery_bucket(took) AS bucket, (by * count(*))::integer AS number
      FROM unnest(events) CROSS JOIN LATERAL (VALUES (0), (center_id)) AS c(center)
      WHERE code = 'out' GROUP BY 1, 2, 3, 4
    ) times GROUP BY 1, 2, 3
  LOOP
    INSERT INTO mail_delivery_time AS t (organisation_id, day, center_id, counts)
    VALUES (d.organisation_id, d.day, d.center, add_deliveries(NULL, d.buckets, d.numbers))
    ON CONFLICT (organisation_id, day, center_id) DO UPDATE
      SET counts = add_deliveries(t.counts, d.buckets, d.numbers);
  END LOOP;
END $$;

-- All statuses of a statement at once: a batch of five hundred costs as much as one.
CREATE FUNCTION count_mail_statuses() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE events mail_happening[];
BEGIN
  SELECT array_agg((a.organisation_id, a.center_id, i.courier_id, a.code,
    (a.date_created AT TIME ZONE o.time_zone)::date, a.date_created - i.date_created)::mail_happening)
  INTO events FROM added a
  -- OFFSET 0 keeps it one look-up a row: a plan that is kept from the first call, or made before there are any
  -- statistics, would else read all parcels of the server.
  CROSS JOIN LATERAL (
    SELECT * FROM mail_item m WHERE m.organisation_id = a.organisation_id AND m.id = a.mail_item_id OFFSET 0
  ) i
  JOIN organisation o ON o.id = a.organisation_id
  WHERE i.deleted_at IS NULL AND (a.code = 'out' OR (a.code = 'checkin' AND a.date_created = i.date_created));
  IF events IS NOT NULL THEN PERFORM count_mail_events(events, 1); END IF;
  RETURN NULL;
END $$;
-- A transaction that brings in years of mail at once sets `app.figures_later` and adds everything up at its end.
CREATE TRIGGER count_mail_statuses AFTER INSERT ON mail_status
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  WHEN (current_setting('app.figures_later', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION count_mail_statuses();

-- Moves what a parcel counts for: another courier, removed, or back.
CREATE FUNCTION count_mail_item(item mail_item, by integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE events mail_happening[];
BEGIN
  IF item.deleted_at IS NOT NULL THEN RETURN; END IF;
  SELECT array_agg((s.organisation_id, s.center_id, item.courier_id, s.code,
    (s.date_created AT TIME ZONE o.time_zone)::date, s.date_created - item.date_created)::mail_happening)
  INTO events FROM mail_status s JOIN organisation o ON o.id = s.organisation_id
  WHERE s.organisation_id = item.organisation_id AND s.mail_item_id = item.id
    AND (s.code = 'out' OR (s.code = 'checkin' AND s.date_created = item.date_created));
  IF events IS NOT NULL THEN PERFORM count_mail_events(events, by); END IF;
END $$;
CREATE FUNCTION recount_mail_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_mail_item(OLD, -1);
  PERFORM count_mail_item(NEW, 1);
  RETURN NULL;
END $$;
CREATE TRIGGER recount_mail_item AFTER UPDATE OF courier_id, deleted_at ON mail_item FOR EACH ROW
  WHEN (OLD.courier_id <> NEW.courier_id OR (OLD.deleted_at IS NULL) <> (NEW.deleted_at IS NULL))
  EXECUTE FUNCTION recount_mail_item();

-- Adds everything up anew. The clock is taken, as by any writer, so that nothing happens meanwhile.
CREATE FUNCTION rebuild_mail_figures(organisation bigint) RETURNS void LANGUAGE plpgsql SET work_mem = '256MB' AS $$
BEGIN
  PERFORM FROM organisation_clock c WHERE c.organisation_id = organisation FOR UPDATE;
  DELETE FROM mail_day d WHERE d.organisation_id = organisation;
  DELETE FROM mail_courier_count c WHERE c.organisation_id = organisation;
  DELETE FROM mail_delivery_time t WHERE t.organisation_id = organisation;
  CREATE TEMP TABLE counted ON COMMIT DROP AS
    SELECT code, day, center_id, CASE code WHEN 'checkin' THEN courier_id END AS courier_id,
      CASE code WHEN 'out' THEN delivery_bucket(took) END AS bucket,
      count(*)::integer AS number
    FROM mail_event e WHERE e.organisation_id = organisation GROUP BY 1, 2, 3, 4, 5;
  INSERT INTO mail_day (organisation_id, day, center_id, checked_in, delivered)
    SELECT organisation, day, center_id,
      coalesce(sum(number) FILTER (WHERE code = 'checkin'), 0), coalesce(sum(number) FILTER (WHERE code = 'out'), 0)
    FROM counted GROUP BY day, center_id ORDER BY day, center_id;
  INSERT INTO mail_courier_count (organisation_id, span, starts, center_id, courier_id, checked_in)
    SELECT organisation, span, starts, center_id, courier_id, sum(number)
    FROM counted
    CROSS JOIN LATERAL (VALUES ('day', day), ('month', date_trunc('month', day)::date)) AS s(span, starts)
    WHERE code = 'checkin' GROUP BY 2, 3, 4, 5 ORDER BY 2, 3, 4, 5;
  INSERT INTO mail_delivery_time (organisation_id, day, center_id, counts)
    SELECT organisation, day, center, add_deliveries(NULL, array_agg(bucket), array_agg(number))
    FROM (
      SELECT day, center, bucket, sum(number)::integer AS number
      FROM counted CROSS JOIN LATERAL (VALUES (0), (center_id)) AS c(center)
      WHERE code = 'out' GROUP BY day, center, bucket
    ) times
    GROUP BY day, center ORDER BY day, center;
  DROP TABLE counted;
END $$;
SELECT rebuild_mail_figures(id) FROM organisation;

-- Days begin elsewhere in another zone.
CREATE FUNCTION rebuild_after_zone() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM rebuild_mail_figures(NEW.id); RETURN NULL; END $$;
CREATE TRIGGER rebuild_mail_figures AFTER UPDATE OF time_zone ON organisation FOR EACH ROW
  WHEN (OLD.time_zone <> NEW.time_zone) EXECUTE FUNCTION rebuild_after_zone();
