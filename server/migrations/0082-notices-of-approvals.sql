-- Leave has letters of its own (0074); people are told of it as of everything else (0076-notices-of-letters.sql). Whoever
-- may approve a booking or a request is told that it waits for them: of that there is no letter, only the digest.
ALTER TABLE app_notice DROP CONSTRAINT app_notice_kind_check, ADD CONSTRAINT app_notice_kind_check CHECK (kind IN (
  'parcel-arrived', 'parcel-waiting', 'parcel-collected', 'booking', 'booking-invitation', 'booking-approval', 'space-free',
  'request-progress', 'request-comment', 'request-work', 'request-approval', 'move-approval', 'move-progress',
  'move-message', 'loan-due', 'loan-reservation', 'asset-check', 'audit', 'leave-progress', 'leave-approval',
  'leave-stand-in'));
ALTER TABLE notice_preference ADD CHECK (email <> 'now' OR kind NOT IN ('booking-approval', 'request-approval'));

CREATE OR REPLACE FUNCTION notice_choice(organisation bigint, person bigint, about text, OUT in_app boolean, OUT email text)
LANGUAGE sql STABLE AS $$
  SELECT coalesce(p.in_app, true), CASE
    WHEN about = 'parcel-arrived' AND NOT coalesce(m.arrival, true) THEN 'never'
    WHEN about = 'parcel-waiting' AND NOT coalesce(m.reminders, true) THEN 'never'
    ELSE coalesce(p.email, CASE WHEN about IN ('booking-approval', 'request-approval') THEN 'digest' ELSE 'now' END) END
  FROM (SELECT) one
  LEFT JOIN notice_preference p ON p.organisation_id = organisation AND p.user_id = person AND p.kind = about
  LEFT JOIN mail_preference m ON m.organisation_id = organisation AND m.user_id = person
$$;

-- Who stands in learns neither type nor words.
CREATE FUNCTION tell_of_leave() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE news record; email text;
BEGIN
  SELECT l.id AS leave, e.kind, e.at, jsonb_build_object('person', p.name, 'first', l.starts::text, 'last', l.ends::text)
    || CASE WHEN NEW.role = 'delegate' THEN '{}'::jsonb ELSE jsonb_build_object('type', k.name, 'by', w.name,
      'text', left(coalesce(nullif(e.comment, ''), CASE WHEN NEW.role = 'approver' THEN nullif(l.note, '') END), 200)) END
    AS facts
  INTO news
  FROM leave_event e
  JOIN leave l ON l.organisation_id = e.organisation_id AND l.id = e.leave_id
  JOIN leave_type k ON k.organisation_id = l.organisation_id AND k.id = l.leave_type_id
  JOIN app_user p ON p.organisation_id = l.organisation_id AND p.id = l.user_id
  LEFT JOIN app_user w ON w.organisation_id = e.organisation_id AND w.id = e.entered_by
  WHERE e.organisation_id = NEW.organisation_id AND e.id = NEW.leave_event_id;
  email := tell(NEW.organisation_id, NEW.user_id,
    CASE NEW.role WHEN 'own' THEN 'leave-progress' WHEN 'approver' THEN 'leave-approval' ELSE 'leave-stand-in' END,
    CASE NEW.role WHEN 'own' THEN 'leave-' WHEN 'approver' THEN 'team-leave-' ELSE 'stand-in-' END || news.kind,
    CASE NEW.role WHEN 'own' THEN 'leave' WHEN 'approver' THEN 'leave-approval' ELSE 'stand-in' END,
    news.leave, news.facts, 'leave:' || NEW.leave_event_id, news.at);
  IF email <> 'now' THEN
    UPDATE leave_letter SET due = NULL WHERE organisation_id = NEW.organisation_id
      AND leave_event_id = NEW.leave_event_id AND user_id = NEW.user_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_person AFTER INSERT ON leave_letter FOR EACH ROW
  WHEN (NEW.due IS NOT NULL) EXECUTE FUNCTION tell_of_leave();

-- Who manages the center, or stands in for them today; the site administrators where nobody manages it. Never who asks.
CREATE FUNCTION approvers_at(organisation bigint, center bigint, asking bigint) RETURNS SETOF bigint
LANGUAGE sql STABLE SET search_path FROM CURRENT AS $$
  WITH managing AS (
    SELECT DISTINCT u.id FROM permission p
    JOIN app_user u ON u.organisation_id = p.organisation_id AND u.id = p.user_id AND u.deleted_at IS NULL
    WHERE p.organisation_id = organisation AND p.center_id = center AND p.role IN ('ADMINISTRATOR', 'MANAGER')
  ), told AS (
    SELECT coalesce(acting_for(managing.id, organisation_day()), managing.id) AS id FROM managing
    UNION SELECT u.id FROM app_user u WHERE u.organisation_id = organisation AND u.site_admin AND u.deleted_at IS NULL
      AND NOT EXISTS (SELECT FROM managing)
  )
  SELECT told.id FROM told WHERE told.id IS DISTINCT FROM asking
$$;

-- The bookings of a series that are made at once are told of once, by the first.
CREATE FUNCTION tell_booking_approvers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM tell(NEW.organisation_id, approver.id, 'booking-approval', 'booking-awaiting', 'booking-approval', NEW.id,
    jsonb_build_object('title', CASE WHEN NOT NEW.private THEN nullif(trim(NEW.name), '') END, 'space', room.name,
      'organiser', organiser.name, 'since', epoch_ms(NEW.starts), 'until', epoch_ms(NEW.ends),
      'zone', coalesce(house.time_zone, company.time_zone)),
    'booking-approval:' || coalesce('series-' || NEW.series_id, NEW.id::text) || ':' || epoch_ms(NEW.date_updated),
    NEW.date_updated)
  FROM approvers_at(NEW.organisation_id, NEW.center_id, NEW.user_id) approver (id)
  JOIN organisation company ON company.id = NEW.organisation_id
  JOIN room ON room.organisation_id = company.id AND room.id = NEW.room_id
  JOIN floor ON floor.organisation_id = room.organisation_id AND floor.id = room.floor_id
  JOIN building house ON house.organisation_id = floor.organisation_id AND house.id = floor.building_id
  JOIN app_user organiser ON organiser.organisation_id = company.id AND organiser.id = NEW.user_id;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_approvers AFTER INSERT ON reservation FOR EACH ROW
  WHEN (NEW.approval = 'awaiting' AND NEW.state = 'booked' AND upper(NEW.during) > now() AND NEW.deleted_at IS NULL)
  EXECUTE FUNCTION tell_booking_approvers();
CREATE TRIGGER tell_approvers_again AFTER UPDATE OF approval ON reservation FOR EACH ROW
  WHEN (NEW.approval = 'awaiting' AND OLD.approval IS DISTINCT FROM 'awaiting' AND NEW.state = 'booked'
    AND upper(NEW.during) > now() AND NEW.deleted_at IS NULL)
  EXECUTE FUNCTION tell_booking_approvers();

CREATE FUNCTION tell_request_approvers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM tell(NEW.organisation_id, approver.id, 'request-approval', 'work-awaiting', 'request-approval', NEW.id,
    jsonb_build_object('request', NEW.id, 'type', t.name, 'space', s.name, 'by', w.name,
      'text', left(nullif(NEW.description, ''), 200)),
    'request-approval:' || NEW.id || ':' || epoch_ms(NEW.date_updated), NEW.date_updated)
  FROM approvers_at(NEW.organisation_id, NEW.center_id, NEW.requester_id) approver (id)
  JOIN service_type t ON t.organisation_id = NEW.organisation_id AND t.id = NEW.service_type_id
  JOIN room s ON s.organisation_id = NEW.organisation_id AND s.id = NEW.room_id
  LEFT JOIN app_user w ON w.organisation_id = NEW.organisation_id AND w.id = NEW.requester_id;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_approvers AFTER INSERT ON service_request FOR EACH ROW
  WHEN (NEW.approval = 'awaiting' AND NEW.state = 'new' AND NEW.deleted_at IS NULL)
  EXECUTE FUNCTION tell_request_approvers();
-- Another center has other managers.
CREATE TRIGGER tell_approvers_again AFTER UPDATE OF approval, center_id ON service_request FOR EACH ROW
  WHEN (NEW.approval = 'awaiting' AND NEW.state = 'new' AND NEW.deleted_at IS NULL
    AND (OLD.approval IS DISTINCT FROM 'awaiting' OR OLD.center_id <> NEW.center_id))
  EXECUTE FUNCTION tell_request_approvers();

-- What somebody has decided waits for nobody: the others need not read of it, nor find it in their digest.
CREATE INDEX app_notice_approval ON app_notice (organisation_id, topic, record_id)
  WHERE read_at IS NULL AND topic IN ('booking-approval', 'request-approval');
CREATE FUNCTION read_approvals(organisation bigint, side text, keys bigint[], at timestamptz) RETURNS void
LANGUAGE sql AS $$
  WITH done AS (
    UPDATE app_notice n SET read_at = at WHERE n.organisation_id = organisation AND n.topic = side
      AND n.topic IN ('booking-approval', 'request-approval') AND n.record_id = ANY (keys) AND n.read_at IS NULL
    RETURNING n.user_id, n.shown
  )
  SELECT pg_notify('atrium_change', json_build_object('topic', 'notices', 'ids', json_build_array(),
    'organisation', organisation, 'users', json_agg(DISTINCT done.user_id))::text)
  FROM done WHERE done.shown HAVING count(*) > 0
$$;
CREATE FUNCTION end_booking_approval() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE keys bigint[];
BEGIN
  -- Of a series, once none of it waits.
  SELECT array_agg(r.id) INTO keys FROM reservation r WHERE r.organisation_id = NEW.organisation_id
    AND (r.id = NEW.id OR r.series_id = NEW.series_id)
    AND NOT EXISTS (SELECT FROM reservation o WHERE o.organisation_id = NEW.organisation_id AND o.series_id = NEW.series_id
      AND o.approval = 'awaiting' AND o.state = 'booked' AND o.deleted_at IS NULL);
  PERFORM read_approvals(NEW.organisation_id, 'booking-approval', keys, NEW.date_updated);
  RETURN NULL;
END $$;
CREATE TRIGGER end_approval AFTER UPDATE OF approval, state, deleted_at ON reservation FOR EACH ROW
  WHEN (OLD.approval = 'awaiting' AND OLD.state = 'booked' AND (NEW.approval IS DISTINCT FROM 'awaiting'
    OR NEW.state <> 'booked' OR NEW.deleted_at IS NOT NULL))
  EXECUTE FUNCTION end_booking_approval();
CREATE FUNCTION end_request_approval() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM read_approvals(NEW.organisation_id, 'request-approval', ARRAY[NEW.id], NEW.date_updated);
  RETURN NULL;
END $$;
CREATE TRIGGER end_approval AFTER UPDATE OF approval, state, deleted_at ON service_request FOR EACH ROW
  WHEN (OLD.approval = 'awaiting' AND (NEW.approval IS DISTINCT FROM 'awaiting' OR NEW.deleted_at IS NOT NULL))
  EXECUTE FUNCTION end_request_approval();
