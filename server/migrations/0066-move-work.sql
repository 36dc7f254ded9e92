-- The work on moves: what kinds of items there are, what the teams do for them, and who is written to.

-- A thing is moved, and nobody; its fields may be changed like any other's, so they cannot tell.
ALTER TABLE move_request_type ADD COLUMN equipment boolean NOT NULL DEFAULT false,
  ADD CHECK (NOT equipment OR type_code = 'move');
UPDATE move_request_type SET equipment = true WHERE type_code = 'move' AND fields = '[]';

ALTER TABLE move_task
  -- What a service request that is made from the task asks for; null: it makes none.
  ADD COLUMN service_type_id bigint,
  ADD COLUMN deleted_at timestamptz(3),
  ADD FOREIGN KEY (organisation_id, service_type_id) REFERENCES service_type (organisation_id, id);
CREATE INDEX move_task_service_type ON move_task (organisation_id, service_type_id) WHERE service_type_id IS NOT NULL;

-- Nothing moves before somebody approved it.
ALTER TABLE move_request ADD CHECK (effected_at IS NULL OR approved);
CREATE INDEX move_request_center ON move_request (organisation_id, center_id);

-- Items change places with each other in one statement.
ALTER TABLE move_item DROP CONSTRAINT move_item_organisation_id_move_request_id_nth_key,
  ADD CONSTRAINT move_item_nth UNIQUE (organisation_id, move_request_id, nth) DEFERRABLE INITIALLY DEFERRED;

-- What a person has yet to be written of a request: everything in its log after `told`.
CREATE TABLE move_letter (
  organisation_id bigint NOT NULL,
  move_request_id bigint NOT NULL,
  user_id bigint NOT NULL,
  told bigint NOT NULL DEFAULT 0,
  -- Null: nothing is to be sent, or it has been given up.
  due timestamptz(3),
  attempts integer NOT NULL DEFAULT 0,
  leased_until timestamptz(3),
  last_error text,
  sent_at timestamptz(3),
  PRIMARY KEY (organisation_id, move_request_id, user_id),
  FOREIGN KEY (organisation_id, move_request_id) REFERENCES move_request (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, user_id) REFERENCES app_user (organisation_id, id) ON DELETE CASCADE
);
CREATE INDEX move_letter_due ON move_letter (due) WHERE due IS NOT NULL;
CREATE INDEX move_letter_user ON move_letter (organisation_id, user_id);

SELECT guard_tenant('move_letter');
-- The log is only ever added to.
REVOKE UPDATE, DELETE ON move_event FROM atrium_app;

-- Jobs cross the wall with ids alone.
CREATE FUNCTION claim_move_letter(seconds integer)
RETURNS TABLE (organisation bigint, request bigint, person bigint, attempts integer)
LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  UPDATE move_letter l SET attempts = l.attempts + 1, leased_until = clock_timestamp() + make_interval(secs => seconds)
  FROM (
    SELECT d.organisation_id, d.move_request_id, d.user_id FROM move_letter d
    WHERE d.due <= now() AND (d.leased_until IS NULL OR d.leased_until < now())
    ORDER BY d.due LIMIT 1 FOR UPDATE SKIP LOCKED
  ) next
  WHERE l.organisation_id = next.organisation_id AND l.move_request_id = next.move_request_id
    AND l.user_id = next.user_id
  RETURNING l.organisation_id, l.move_request_id, l.user_id, l.attempts
$$;

SELECT audit_table('move_request', 'move_request');
SELECT audit_table('move_item', 'move_request', 'move_request_id', '{outcome}');
SELECT audit_table('move_comment', 'move_request', 'move_request_id');
-- Left out: move_event, the history of a request itself; move_item_task, whose changes that history tells; move_letter,
-- a queue.

-- Everybody who writes a line of a request's log has those written to whom it concerns: who asked, of what others do with
-- it; who moves, of what is decided (who leaves is told by people); the managers of those who move, of what waits for them.
CREATE FUNCTION note_move_letters() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO move_letter AS l (organisation_id, move_request_id, user_id, told, due)
  SELECT t.organisation_id, t.move_request_id, t.person, min(t.id) - 1, min(t.at) + interval '1 minute'
  FROM (
    SELECT e.organisation_id, e.move_request_id, e.id, e.at, e.entered_by, r.requester_id AS person
    FROM new_rows e JOIN move_request r ON r.organisation_id = e.organisation_id AND r.id = e.move_request_id
    WHERE e.kind IN ('changed', 'approved', 'rejected', 'reopened', 'started', 'effected', 'failed', 'comment', 'message',
      'removed')
    UNION ALL
    SELECT e.organisation_id, e.move_request_id, e.id, e.at, e.entered_by, r.approved_by
    FROM new_rows e JOIN move_request r ON r.organisation_id = e.organisation_id AND r.id = e.move_request_id
    WHERE e.kind = 'failed'
    UNION ALL
    SELECT e.organisation_id, e.move_request_id, e.id, e.at, e.entered_by, i.user_id
    FROM new_rows e
    JOIN move_item i ON i.organisation_id = e.organisation_id AND i.move_request_id = e.move_request_id
    JOIN move_request_type k ON k.organisation_id = i.organisation_id AND k.id = i.move_request_type_id
    WHERE e.kind IN ('approved', 'reopened', 'effected', 'message') AND k.type_code <> 'terminate'
    UNION ALL
    SELECT e.organisation_id, e.move_request_id, e.id, e.at, e.entered_by, (SELECT u.manager_id FROM app_user u
      WHERE u.organisation_id = i.organisation_id AND u.id = i.user_id)
    FROM new_rows e
    JOIN move_item i ON i.organisation_id = e.organisation_id AND i.move_request_id = e.move_request_id
    WHERE e.kind IN ('opened', 'reopened')
  ) t
  -- Each person by the key, whatever the planner thinks of tables that it knows nothing of yet: joined, 300 items among
  -- 600 people that had just been brought in took half a minute.
  WHERE t.person IS DISTINCT FROM t.entered_by AND (SELECT u.deleted_at IS NULL FROM app_user u
    WHERE u.organisation_id = t.organisation_id AND u.id = t.person)
  GROUP BY 1, 2, 3
  ON CONFLICT (organisation_id, move_request_id, user_id) DO UPDATE SET
    due = coalesce(l.due, excluded.due), attempts = CASE WHEN l.due IS NULL THEN 0 ELSE l.attempts END,
    told = CASE WHEN l.due IS NULL THEN greatest(l.told, excluded.told) ELSE l.told END;
  RETURN NULL;
END $$;
CREATE TRIGGER move_letters AFTER INSERT ON move_event REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_move_letters();
