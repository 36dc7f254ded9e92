-- Who makes a request, in one round trip and before a tenant is known: like the look-ups of the ground,
-- these run as the owner and answer at most one row for an exact key.

CREATE FUNCTION held_permissions(organisation bigint, holder bigint) RETURNS json LANGUAGE sql STABLE AS $$
  SELECT coalesce(json_agg(json_build_object('role', p.role, 'centerId', c.id, 'module', c.module)), '[]')
  FROM permission p JOIN center c ON c.organisation_id = p.organisation_id AND c.id = p.center_id
  WHERE p.organisation_id = organisation AND p.user_id = holder
$$;

CREATE FUNCTION caller_by_login(login text)
RETURNS TABLE (organisation bigint, id bigint, "siteAdmin" boolean, permissions json, "passwordHash" text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT u.organisation_id, u.id, u.site_admin, held_permissions(u.organisation_id, u.id), u.password_hash
  FROM find_login(login) f JOIN app_user u ON u.organisation_id = f.organisation_id AND u.id = f.user_id
$$;

CREATE FUNCTION caller_by_session(token bytea)
RETURNS TABLE (organisation bigint, id bigint, "siteAdmin" boolean, permissions json)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT u.organisation_id, u.id, u.site_admin, held_permissions(u.organisation_id, u.id)
  FROM find_session(token) f JOIN app_user u ON u.organisation_id = f.organisation_id AND u.id = f.user_id
  WHERE u.deleted_at IS NULL
$$;

-- Whether the accounts of the demo can be signed in to.
CREATE FUNCTION demo_exists() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS
$$ SELECT EXISTS (SELECT FROM organisation WHERE 'demo' = ANY (features)) $$;

-- Counts a try against several budgets at once, or against none: answers NULL when it was counted, otherwise
-- the seconds until the fullest budget is open again. The rows are locked in the order of their keys, so
-- that parallel tries wait for each other instead of slipping through together or dead-locking.
CREATE FUNCTION count_try(keys bytea[], limits integer[], seconds integer[]) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE wait integer;
BEGIN
  INSERT INTO guess (key, failures, until)
  SELECT b.key, 0, now() + make_interval(secs => b.seconds)
  FROM unnest(keys, seconds) AS b(key, seconds) ORDER BY b.key
  ON CONFLICT (key) DO UPDATE SET
    failures = CASE WHEN guess.until <= now() THEN 0 ELSE guess.failures END,
    until = CASE WHEN guess.until <= now() THEN excluded.until ELSE guess.until END;
  SELECT max(greatest(1, ceil(extract(epoch FROM g.until - now())))) INTO wait
  FROM guess g JOIN unnest(keys, limits) AS b(key, most) ON b.key = g.key WHERE g.failures >= b.most;
  IF wait IS NULL THEN
    UPDATE guess SET failures = failures + 1 WHERE key = ANY (keys);
  ELSE
    -- A refused try leaves nothing behind, or made-up names would fill the table.
    DELETE FROM guess WHERE key = ANY (keys) AND failures = 0;
  END IF;
  RETURN wait;
END $$;

-- Takes a try back that turned out right, and forgets the failures under the `forgotten` keys.
CREATE FUNCTION take_back_try(keys bytea[], forgotten bytea[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM guess WHERE key = ANY (keys || forgotten) ORDER BY key FOR UPDATE;
  DELETE FROM guess WHERE key = ANY (keys || forgotten) AND (failures <= 1 OR key = ANY (forgotten));
  UPDATE guess SET failures = failures - 1 WHERE key = ANY (keys);
END $$;
