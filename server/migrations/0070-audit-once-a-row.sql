-- As in 0030, but every row becomes jsonb once: OFFSET 0 keeps the planner from pulling the sub-selects up, which made both
-- rows anew for each of their columns. And rows are never paired by a nested loop: a plan that was made and kept for a
-- statement of one row compared each of 300 rows with every other, seconds while the organisation's clock is held.
CREATE OR REPLACE FUNCTION note_changes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET jit = off SET enable_nestloop = off AS $$
DECLARE
  keys text[] := TG_ARGV[3];
  skipped text[] := TG_ARGV[4];
  hidden text[] := TG_ARGV[5];
  tenant text := CASE TG_TABLE_NAME WHEN 'organisation' THEN 'id' ELSE 'organisation_id' END;
  actor bigint := nullif(current_setting('app.user_id', true), '')::bigint;
  stamp timestamptz := (SELECT nullif(c.stamp, '-infinity') FROM organisation_clock c
    WHERE c.organisation_id = current_organisation());
BEGIN
  stamp := coalesce(stamp, clock_timestamp());
  -- Written out three times: a function for the columns of a row would cost more than all the rest.
  IF TG_OP = 'INSERT' THEN
    INSERT INTO audit_log (organisation_id, at, actor_id, kind, record_id, part, action, changes)
    SELECT (after ->> tenant)::bigint, stamp, actor, TG_ARGV[0], (after ->> TG_ARGV[2])::bigint,
      nullif(TG_ARGV[1], ''), 'added', coalesce(changes, '{}')
    FROM (SELECT to_jsonb(n) AS after FROM new_rows n OFFSET 0) n CROSS JOIN LATERAL (
      SELECT jsonb_object_agg(key, jsonb_build_array(NULL, CASE WHEN key = ANY (hidden) THEN 'true' ELSE value END))
        AS changes
      FROM jsonb_each(after - skipped) WHERE value <> 'null') c;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO audit_log (organisation_id, at, actor_id, kind, record_id, part, action, changes)
    SELECT (before ->> tenant)::bigint, stamp, actor, TG_ARGV[0], (before ->> TG_ARGV[2])::bigint,
      nullif(TG_ARGV[1], ''), 'removed', coalesce(changes, '{}')
    FROM (SELECT to_jsonb(o) AS before FROM old_rows o OFFSET 0) o CROSS JOIN LATERAL (
      SELECT jsonb_object_agg(key, jsonb_build_array(CASE WHEN key = ANY (hidden) THEN 'true' ELSE value END, NULL))
        AS changes
      FROM jsonb_each(before - skipped) WHERE value <> 'null') c;
  ELSE
    -- A key never changes, so every row has its former self.
    INSERT INTO audit_log (organisation_id, at, actor_id, kind, record_id, part, action, changes)
    SELECT (after ->> tenant)::bigint, stamp, actor, TG_ARGV[0], (after ->> TG_ARGV[2])::bigint,
      nullif(TG_ARGV[1], ''),
      CASE WHEN changes -> 'deleted_at' ->> 0 IS NULL AND changes -> 'deleted_at' ->> 1 IS NOT NULL THEN 'removed'
        WHEN changes -> 'deleted_at' ->> 0 IS NOT NULL AND changes -> 'deleted_at' ->> 1 IS NULL THEN 'restored'
        ELSE 'changed' END,
      changes
    FROM (SELECT to_jsonb(n) AS after FROM new_rows n OFFSET 0) n
    JOIN (SELECT to_jsonb(o) AS before FROM old_rows o OFFSET 0) o
      ON concat_ws(' ', before -> keys[1], before -> keys[2], before -> keys[3], before -> keys[4])
       = concat_ws(' ', after -> keys[1], after -> keys[2], after -> keys[3], after -> keys[4])
    CROSS JOIN LATERAL (
      SELECT jsonb_object_agg(key, CASE WHEN key = ANY (hidden)
        THEN jsonb_build_array(CASE WHEN before -> key <> 'null' THEN true END, CASE WHEN value <> 'null' THEN true END)
        ELSE jsonb_build_array(before -> key, value) END) AS changes
      FROM jsonb_each(after - skipped) WHERE before -> key <> value) c
    WHERE changes IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
