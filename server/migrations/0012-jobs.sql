-- What the clock does: when each job ran last and when it is to run again, so that one that does not run is
-- seen. It belongs to the server, not to an organisation; only the owner writes it.
CREATE TABLE job_run (
  name text PRIMARY KEY,
  last_run timestamptz(3),
  last_error text,
  next_run timestamptz(3) NOT NULL
);
GRANT SELECT ON job_run TO atrium_app;

-- Jobs work for every organisation, each in transactions bound to one. Two questions cross the wall, and answer
-- with ids alone: which organisations there are, and which message is to be sent next.
CREATE FUNCTION all_organisations() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$ SELECT id FROM organisation ORDER BY id $$;

-- Takes the message that has been due longest for the caller to send; it is nobody else's for so many seconds.
CREATE FUNCTION claim_mail_notice(seconds integer)
RETURNS TABLE (organisation bigint, id bigint, attempts integer)
LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  UPDATE mail_notice n SET attempts = n.attempts + 1, leased_until = clock_timestamp() + make_interval(secs => seconds)
  FROM (
    SELECT d.organisation_id, d.id FROM mail_notice d
    WHERE d.state = 'waiting' AND d.due <= now() AND (d.leased_until IS NULL OR d.leased_until < now())
    ORDER BY d.due LIMIT 1 FOR UPDATE SKIP LOCKED
  ) next
  WHERE n.organisation_id = next.organisation_id AND n.id = next.id
  RETURNING n.organisation_id, n.id, n.attempts
$$;
