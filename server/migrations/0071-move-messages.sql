-- Whom a message is for; null: what is no message.
ALTER TABLE move_event ADD COLUMN audience text CHECK (audience IN ('everybody', 'requester', 'movees')),
  ADD CHECK (audience IS NULL OR kind = 'message');

-- As before (0066-move-work.sql), and a message goes to those whom it is for.
CREATE OR REPLACE FUNCTION note_move_letters() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO move_letter AS l (organisation_id, move_request_id, user_id, told, due)
  SELECT t.organisation_id, t.move_request_id, t.person, min(t.id) - 1, min(t.at) + interval '1 minute'
  FROM (
    SELECT e.organisation_id, e.move_request_id, e.id, e.at, e.entered_by, r.requester_id AS person
    FROM new_rows e JOIN move_request r ON r.organisation_id = e.organisation_id AND r.id = e.move_request_id
    WHERE e.kind IN ('changed', 'approved', 'rejected', 'reopened', 'started', 'effected', 'failed', 'comment', 'message',
      'removed') AND e.audience IS DISTINCT FROM 'movees'
    UNION ALL
    SELECT e.organisation_id, e.move_request_id, e.id, e.at, e.entered_by, r.approved_by
    FROM new_rows e JOIN move_request r ON r.organisation_id = e.organisation_id AND r.id = e.move_request_id
    WHERE e.kind = 'failed'
    UNION ALL
    SELECT e.organisation_id, e.move_request_id, e.id, e.at, e.entered_by, i.user_id
    FROM new_rows e
    JOIN move_item i ON i.organisation_id = e.organisation_id AND i.move_request_id = e.move_request_id
    JOIN move_request_type k ON k.organisation_id = i.organisation_id AND k.id = i.move_request_type_id
    WHERE e.kind IN ('approved', 'reopened', 'effected', 'message') AND e.audience IS DISTINCT FROM 'requester'
      AND k.type_code <> 'terminate'
    UNION ALL
    SELECT e.organisation_id, e.move_request_id, e.id, e.at, e.entered_by, (SELECT u.manager_id FROM app_user u
      WHERE u.organisation_id = i.organisation_id AND u.id = i.user_id)
    FROM new_rows e
    JOIN move_item i ON i.organisation_id = e.organisation_id AND i.move_request_id = e.move_request_id
    WHERE e.kind IN ('opened', 'reopened')
  ) t
  -- Each person by the key, whatever the planner thinks of tables that it knows nothing of yet.
  WHERE t.person IS DISTINCT FROM t.entered_by AND (SELECT u.deleted_at IS NULL FROM app_user u
    WHERE u.organisation_id = t.organisation_id AND u.id = t.person)
  GROUP BY 1, 2, 3
  ON CONFLICT (organisation_id, move_request_id, user_id) DO UPDATE SET
    due = coalesce(l.due, excluded.due), attempts = CASE WHEN l.due IS NULL THEN 0 ELSE l.attempts END,
    told = CASE WHEN l.due IS NULL THEN greatest(l.told, excluded.told) ELSE l.told END;
  RETURN NULL;
END $$;
