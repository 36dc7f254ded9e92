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
