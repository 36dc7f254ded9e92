-- What is to be written to people about leaves: one line of a leave's history to one person.
CREATE TABLE leave_letter (
  organisation_id bigint NOT NULL,
  leave_event_id bigint NOT NULL,
  user_id bigint NOT NULL,
  -- Who asked, who stands in, or who decides.
  role text NOT NULL CHECK (role IN ('own', 'delegate', 'approver')),
  -- Null: it has been sent, or given up.
  due timestamptz(3),
  attempts integer NOT NULL DEFAULT 0,
  leased_until timestamptz(3),
  last_error text,
  sent_at timestamptz(3),
  PRIMARY KEY (organisation_id, leave_event_id, user_id),
  FOREIGN KEY (organisation_id, leave_event_id) REFERENCES leave_event (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, user_id) REFERENCES app_user (organisation_id, id) ON DELETE CASCADE
);
CREATE INDEX leave_letter_due ON leave_letter (due) WHERE due IS NOT NULL;
CREATE INDEX leave_letter_user ON leave_letter (organisation_id, user_id);
SELECT guard_tenant('leave_letter');

-- Jobs cross the wall with ids alone.
CREATE FUNCTION claim_leave_letter(seconds integer)
RETURNS TABLE (organisation bigint, event bigint, person bigint, attempts integer)
LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  UPDATE leave_letter l SET attempts = l.attempts + 1, leased_until = clock_timestamp() + make_interval(secs => seconds)
  FROM (
    SELECT d.organisation_id, d.leave_event_id, d.user_id FROM leave_letter d
    WHERE d.due <= now() AND (d.leased_until IS NULL OR d.leased_until < now())
    ORDER BY d.due LIMIT 1 FOR UPDATE SKIP LOCKED
  ) next
  WHERE l.organisation_id = next.organisation_id AND l.leave_event_id = next.leave_event_id AND l.user_id = next.user_id
  RETURNING l.organisation_id, l.leave_event_id, l.user_id, l.attempts
$$;
