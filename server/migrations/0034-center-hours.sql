-- When a center is open: by weekday, and the days on which it is not. Clocks of promises to customers are reckoned
-- from these.

-- Where a center keeps other time than its organisation does.
ALTER TABLE center ADD COLUMN time_zone text;

-- Minutes of the day by the clocks of the center; 1440 is the end of the day. What touches does not overlap.
CREATE TABLE center_hours (
  organisation_id bigint NOT NULL,
  center_id bigint NOT NULL,
  -- 1 Monday … 7 Sunday
  weekday smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  opens integer NOT NULL CHECK (opens >= 0),
  closes integer NOT NULL CHECK (closes <= 1440),
  CHECK (opens < closes),
  PRIMARY KEY (organisation_id, center_id, weekday, opens),
  FOREIGN KEY (organisation_id, center_id) REFERENCES center (organisation_id, id) ON DELETE CASCADE,
  CONSTRAINT center_hours_apart EXCLUDE USING gist
    (organisation_id WITH =, center_id WITH =, weekday WITH =, int4range(opens, closes) WITH &&)
);

-- Whole days on which the center is closed, whatever weekday they fall on.
CREATE TABLE center_holiday (
  organisation_id bigint NOT NULL,
  center_id bigint NOT NULL,
  day date NOT NULL,
  name text NOT NULL CHECK (btrim(name) <> ''),
  PRIMARY KEY (organisation_id, center_id, day),
  FOREIGN KEY (organisation_id, center_id) REFERENCES center (organisation_id, id) ON DELETE CASCADE
);
SELECT guard_tenant('center_hours', 'center_holiday');

-- Centers that are there already, before anything is noted: nobody chose these hours.
INSERT INTO center_hours (organisation_id, center_id, weekday, opens, closes)
SELECT organisation_id, id, weekday, 480, 1080 FROM center CROSS JOIN generate_series(1, 5) AS weekday;

SELECT audit_table('center_hours', 'center', 'center_id');
SELECT audit_table('center_holiday', 'center', 'center_id');
