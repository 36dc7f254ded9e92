-- Moves take effect: what people take along, who is invited, and what is due.

-- False: the usual assets are taken along (module move-effect says which); true: those of move_item_taken, or none.
ALTER TABLE move_item ADD COLUMN assets_chosen boolean NOT NULL DEFAULT false,
  -- Who takes over the parcels and approvals of a person who leaves; null: their manager.
  ADD COLUMN heir_id bigint,
  ADD FOREIGN KEY (organisation_id, heir_id) REFERENCES app_user (organisation_id, id);
CREATE INDEX move_item_heir ON move_item (organisation_id, heir_id) WHERE heir_id IS NOT NULL;
CREATE TABLE move_item_taken (
  organisation_id bigint NOT NULL,
  move_item_id bigint NOT NULL,
  asset_id bigint NOT NULL,
  PRIMARY KEY (organisation_id, move_item_id, asset_id),
  FOREIGN KEY (organisation_id, move_item_id) REFERENCES move_item (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, asset_id) REFERENCES asset (organisation_id, id)
);
CREATE INDEX move_item_taken_asset ON move_item_taken (organisation_id, asset_id);

-- Accounts that moves have opened and whose letter is yet to go: mail cannot be part of a transaction.
CREATE TABLE move_invitation (
  organisation_id bigint NOT NULL,
  user_id bigint NOT NULL,
  -- Whose name stands in the letter: whoever approved the move.
  invited_by bigint NOT NULL,
  due timestamptz(3) NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  PRIMARY KEY (organisation_id, user_id),
  FOREIGN KEY (organisation_id, user_id) REFERENCES app_user (organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, invited_by) REFERENCES app_user (organisation_id, id)
);
CREATE INDEX move_invitation_due ON move_invitation (due);
CREATE INDEX move_invitation_by ON move_invitation (organisation_id, invited_by);

SELECT guard_tenant('move_item_taken', 'move_invitation');
-- Left out of the log: move_item_taken, a choice that the outcome of the move tells; move_invitation, a queue.

-- For the clock, across organisations; ids alone leave.
CREATE INDEX move_request_overdue ON move_request (date)
  WHERE approved AND effected_at IS NULL AND deleted_at IS NULL AND archived_at IS NULL;
CREATE FUNCTION organisations_with_due_moves() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT DISTINCT organisation_id FROM move_request
  WHERE approved AND effected_at IS NULL AND deleted_at IS NULL AND archived_at IS NULL AND date <= now()
$$;
-- The next letter, nobody else's for so long.
CREATE FUNCTION claim_move_invitation(seconds integer)
RETURNS TABLE (organisation bigint, person bigint, inviter bigint, attempts integer)
LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT AS $$
  UPDATE move_invitation i SET attempts = i.attempts + 1, due = clock_timestamp() + make_interval(secs => seconds)
  FROM (SELECT d.organisation_id, d.user_id FROM move_invitation d WHERE d.due <= now()
    ORDER BY d.due LIMIT 1 FOR UPDATE SKIP LOCKED) next
  WHERE i.organisation_id = next.organisation_id AND i.user_id = next.user_id
  RETURNING i.organisation_id, i.user_id, i.invited_by, i.attempts
$$;
