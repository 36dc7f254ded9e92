-- Whoever is written to is told in the app as well, by a trigger on each queue of letters, so that none is forgotten. The
-- trigger also does what the reader has chosen for the kind: without a letter at once, the letter does not wait any more.

CREATE FUNCTION tell_of_parcel() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE news record; email text;
BEGIN
  SELECT n.kind, n.date_created AS at, n.to_user_id AS person, gone.collected_by = n.to_user_id AS by_reader, jsonb_build_object(
      'number', coalesce(i.tracking_number,
        'A-' || lpad(i.running_number::text, greatest(6, length(i.running_number::text)), '0'), i.id::text),
      'sender', nullif(i.sender, ''), 'desk', desk.name, 'person', addressee.name,
      'collector', coalesce(taker.name, gone.collected_by_name)) AS facts
  INTO news
  FROM mail_notice n
  JOIN mail_item i ON i.organisation_id = n.organisation_id AND i.id = NEW.mail_item_id
  JOIN center desk ON desk.organisation_id = i.organisation_id AND desk.id = i.center_id
  LEFT JOIN app_user addressee ON addressee.organisation_id = i.organisation_id
    AND addressee.id = coalesce(i.to_user_id, i.deliver_to_id)
  LEFT JOIN mail_status gone ON n.kind = 'delivered' AND gone.organisation_id = i.organisation_id
    AND gone.mail_item_id = i.id AND gone.code = 'out'
  LEFT JOIN app_user taker ON taker.organisation_id = gone.organisation_id AND taker.id = gone.collected_by
  WHERE n.organisation_id = NEW.organisation_id AND n.id = NEW.mail_notice_id;
  IF NOT FOUND THEN RETURN NULL; END IF;
  email := tell(NEW.organisation_id, news.person,
    CASE news.kind WHEN 'reminder' THEN 'parcel-waiting' WHEN 'delivered' THEN 'parcel-collected' ELSE 'parcel-arrived' END,
    CASE news.kind WHEN 'arrival' THEN 'parcel-arrived' WHEN 'delegate' THEN 'parcel-for-colleague'
      WHEN 'reminder' THEN 'parcel-waiting' ELSE CASE WHEN news.by_reader THEN 'parcel-collected-by-you'
      ELSE 'parcel-collected' END END,
    'parcel', NEW.mail_item_id, news.facts,
    -- Of its coming nobody hears twice until it comes again, even if no letter remembers it.
    CASE WHEN news.kind IN ('arrival', 'delegate') THEN news.kind || ':' || NEW.mail_item_id || ':' || coalesce((
        SELECT max(s.id) FROM mail_status s WHERE s.organisation_id = NEW.organisation_id
          AND s.mail_item_id = NEW.mail_item_id AND s.code = 'checkin'), 0)
      ELSE 'parcel:' || NEW.mail_notice_id || ':' || NEW.mail_item_id END, news.at);
  IF email <> 'now' THEN
    DELETE FROM mail_notice_item WHERE organisation_id = NEW.organisation_id
      AND mail_notice_id = NEW.mail_notice_id AND mail_item_id = NEW.mail_item_id;
    DELETE FROM mail_notice n WHERE n.organisation_id = NEW.organisation_id AND n.id = NEW.mail_notice_id
      AND n.state = 'waiting' AND NOT EXISTS (SELECT FROM mail_notice_item i
        WHERE i.organisation_id = n.organisation_id AND i.mail_notice_id = n.id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_person AFTER INSERT ON mail_notice_item FOR EACH ROW EXECUTE FUNCTION tell_of_parcel();

-- Guests from outside have letters only.
CREATE FUNCTION tell_of_booking() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE reader bigint; news record; email text := 'now';
BEGIN
  SELECT u.id INTO reader FROM app_user u
  WHERE fold(u.email) = fold(NEW.email) AND u.organisation_id = NEW.organisation_id AND u.deleted_at IS NULL;
  IF reader IS NULL THEN RETURN NULL; END IF;
  SELECT room.id AS room, r.state, jsonb_build_object(
      'title', CASE WHEN NOT coalesce(r.private, false) OR r.user_id = reader THEN nullif(trim(r.name), '') END,
      'space', room.name, 'building', house.name, 'organiser', organiser.name, 'reason', nullif(r.cancellation_reason, ''),
      'since', epoch_ms(coalesce(r.starts, w.told_starts)), 'until', epoch_ms(coalesce(r.ends, w.told_ends)),
      'zone', coalesce(house.time_zone, company.time_zone)) AS facts
  INTO news
  FROM organisation company
  LEFT JOIN reservation r ON r.organisation_id = company.id AND r.id = NEW.reservation_id
  LEFT JOIN booking_waiting w ON w.organisation_id = company.id AND w.id = NEW.waiting_id
  JOIN room ON room.organisation_id = company.id AND room.id = coalesce(r.room_id, w.told_room_id)
  JOIN floor ON floor.organisation_id = room.organisation_id AND floor.id = room.floor_id
  JOIN building house ON house.organisation_id = floor.organisation_id AND house.id = floor.building_id
  LEFT JOIN app_user organiser ON organiser.organisation_id = r.organisation_id AND organiser.id = r.user_id
  WHERE company.id = NEW.organisation_id;
  IF NOT FOUND THEN RETURN NULL; END IF;
  email := tell(NEW.organisation_id, reader,
    CASE NEW.part WHEN 'waiting' THEN 'space-free' WHEN 'guest' THEN 'booking-invitation' ELSE 'booking' END,
    CASE WHEN NEW.part = 'waiting' THEN 'space-free'
      WHEN NEW.wish = 'cancel' AND NEW.part = 'organiser' AND news.state = 'released' THEN 'booking-released'
      ELSE CASE NEW.part WHEN 'guest' THEN 'invitation-' ELSE 'booking-' END || CASE WHEN NEW.wish = 'cancel' THEN 'cancelled'
        WHEN NEW.holds THEN 'changed' ELSE 'made' END END,
    CASE NEW.part WHEN 'waiting' THEN 'space' ELSE 'booking' END,
    CASE NEW.part WHEN 'waiting' THEN news.room ELSE NEW.reservation_id END,
    news.facts, 'booking:' || NEW.id || ':' || NEW.version);
  IF email <> 'now' THEN
    UPDATE booking_letter SET wish = NULL WHERE organisation_id = NEW.organisation_id AND id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_person AFTER INSERT OR UPDATE OF wish, version ON booking_letter FOR EACH ROW
  WHEN (NEW.wish IS NOT NULL) EXECUTE FUNCTION tell_of_booking();

-- A letter about a request tells of every line of its log since the last; each line is told once.
CREATE FUNCTION tell_of_request() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE news record; email text; seen boolean := false; at_once boolean := false;
BEGIN
  FOR news IN
    SELECT e.id, e.kind, e.at, r.requester_id = NEW.user_id AS own, jsonb_build_object('request', r.id, 'type', t.name,
      'space', s.name, 'by', w.name, 'text', left(CASE WHEN e.kind = 'comment' THEN (SELECT c.content FROM service_comment c
        WHERE c.organisation_id = e.organisation_id AND c.id = e.to_id) ELSE nullif(e.note, '') END, 200)) AS facts
    FROM service_request_event e
    JOIN service_request r ON r.organisation_id = e.organisation_id AND r.id = e.service_request_id
    JOIN service_type t ON t.organisation_id = r.organisation_id AND t.id = r.service_type_id
    JOIN room s ON s.organisation_id = r.organisation_id AND s.id = r.room_id
    LEFT JOIN app_user w ON w.organisation_id = e.organisation_id AND w.id = e.entered_by
    WHERE e.organisation_id = NEW.organisation_id AND e.service_request_id = NEW.service_request_id AND e.id > NEW.told
      AND e.entered_by IS DISTINCT FROM NEW.user_id
      AND CASE WHEN r.requester_id = NEW.user_id THEN e.kind NOT IN ('unassigned', 'withdrawn', 'rated')
        ELSE e.kind IN ('comment', 'cancelled') OR (e.kind = 'assigned' AND e.to_id = NEW.user_id)
          OR (e.kind = 'unassigned' AND e.from_id = NEW.user_id) END
    ORDER BY e.id
  LOOP
    email := tell(NEW.organisation_id, NEW.user_id, CASE WHEN news.kind = 'comment' THEN 'request-comment'
        WHEN news.own THEN 'request-progress' ELSE 'request-work' END,
      CASE WHEN news.own THEN 'request-' ELSE 'work-' END || news.kind,
      CASE WHEN news.own THEN 'request' ELSE 'work' END, NEW.service_request_id, news.facts, 'request:' || news.id,
      news.at);
    seen := true;
    at_once := at_once OR email = 'now';
  END LOOP;
  IF seen AND NOT at_once THEN
    UPDATE service_letter SET due = NULL WHERE organisation_id = NEW.organisation_id
      AND service_request_id = NEW.service_request_id AND user_id = NEW.user_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_person AFTER INSERT OR UPDATE OF due, told ON service_letter FOR EACH ROW
  WHEN (NEW.due IS NOT NULL) EXECUTE FUNCTION tell_of_request();

-- Which lines concern whom: as note_move_letters (0071-move-messages.sql).
CREATE FUNCTION tell_of_move() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE news record; email text; seen boolean := false; at_once boolean := false;
BEGIN
  FOR news IN
    SELECT e.id, e.kind, e.at, place.role, jsonb_build_object('move', r.id, 'description', left(r.description, 200),
      'day', to_char(r.date AT TIME ZONE o.time_zone, 'YYYY-MM-DD'), 'by', w.name, 'text', left(nullif(e.note, ''), 200))
      AS facts
    FROM move_event e
    JOIN move_request r ON r.organisation_id = e.organisation_id AND r.id = e.move_request_id
    JOIN organisation o ON o.id = r.organisation_id
    LEFT JOIN app_user w ON w.organisation_id = e.organisation_id AND w.id = e.entered_by
    CROSS JOIN LATERAL (SELECT CASE WHEN r.requester_id = NEW.user_id THEN 'own'
        WHEN EXISTS (SELECT FROM move_item i WHERE i.organisation_id = r.organisation_id AND i.move_request_id = r.id
          AND i.user_id = NEW.user_id) THEN 'moving' ELSE 'manager' END AS role,
      EXISTS (SELECT FROM move_item i JOIN move_request_type k ON k.organisation_id = i.organisation_id
        AND k.id = i.move_request_type_id WHERE i.organisation_id = r.organisation_id AND i.move_request_id = r.id
        AND i.user_id = NEW.user_id AND k.type_code <> 'terminate') AS moves) place
    WHERE e.organisation_id = NEW.organisation_id AND e.move_request_id = NEW.move_request_id AND e.id > NEW.told
      AND e.entered_by IS DISTINCT FROM NEW.user_id
      AND CASE WHEN e.kind = 'message' THEN (r.requester_id = NEW.user_id AND e.audience IS DISTINCT FROM 'movees')
          OR (place.moves AND e.audience IS DISTINCT FROM 'requester')
        ELSE CASE place.role WHEN 'own' THEN e.kind IN ('changed', 'approved', 'rejected', 'reopened', 'started', 'effected',
            'failed', 'comment', 'removed')
          WHEN 'moving' THEN e.kind IN ('approved', 'reopened', 'effected')
          ELSE e.kind IN ('opened', 'reopened', 'failed') END END
    ORDER BY e.id
  LOOP
    email := tell(NEW.organisation_id, NEW.user_id, CASE WHEN news.kind IN ('comment', 'message') THEN 'move-message'
        WHEN news.role = 'manager' AND news.kind <> 'failed' THEN 'move-approval' ELSE 'move-progress' END,
      CASE WHEN news.kind IN ('comment', 'message', 'failed') THEN 'move-' || news.kind
        ELSE CASE news.role WHEN 'own' THEN 'move-' WHEN 'moving' THEN 'your-move-' ELSE 'team-move-' END || news.kind END,
      'move', NEW.move_request_id, news.facts, 'move:' || news.id, news.at);
    seen := true;
    at_once := at_once OR email = 'now';
  END LOOP;
  IF seen AND NOT at_once THEN
    UPDATE move_letter SET due = NULL WHERE organisation_id = NEW.organisation_id
      AND move_request_id = NEW.move_request_id AND user_id = NEW.user_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_person AFTER INSERT OR UPDATE OF due, told ON move_letter FOR EACH ROW
  WHEN (NEW.due IS NOT NULL) EXECUTE FUNCTION tell_of_move();

CREATE FUNCTION tell_of_asset() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE news record; email text;
BEGIN
  SELECT coalesce(l.user_id = NEW.user_id, true) AS own, jsonb_build_object(
      'asset', coalesce(nullif(a.given_name, ''), model.name), 'borrower', b.name, 'desk', c.name, 'round', r.name,
      'since', epoch_ms(l.starts), 'until', epoch_ms(coalesce(l.due, r.due)), 'text', left(nullif(l.flag, ''), 200)) AS facts
  INTO news
  FROM (SELECT) one
  LEFT JOIN asset_loan l ON l.organisation_id = NEW.organisation_id AND l.id = NEW.loan_id
  LEFT JOIN asset a ON a.organisation_id = l.organisation_id AND a.id = l.asset_id
  LEFT JOIN asset_model model ON model.organisation_id = a.organisation_id AND model.id = a.asset_model_id
  LEFT JOIN app_user b ON b.organisation_id = l.organisation_id AND b.id = l.user_id
  LEFT JOIN asset_round r ON r.organisation_id = NEW.organisation_id AND r.id = NEW.round_id
  LEFT JOIN center c ON c.organisation_id = NEW.organisation_id AND c.id = coalesce(l.center_id, r.center_id);
  email := tell(NEW.organisation_id, NEW.user_id,
    CASE WHEN NEW.kind IN ('asked', 'ask-again') THEN 'asset-check'
      WHEN NEW.kind IN ('reserved-soon', 'waits') THEN 'loan-reservation' ELSE 'loan-due' END,
    CASE WHEN NEW.round_id IS NOT NULL THEN 'asset-' WHEN news.own THEN 'loan-' ELSE 'lent-' END || NEW.kind,
    CASE WHEN NEW.round_id IS NOT NULL THEN 'asset-check' WHEN news.own THEN 'loan' ELSE 'lent' END,
    coalesce(NEW.loan_id, NEW.round_id), news.facts, 'asset:' || NEW.id, NEW.date_created);
  IF email <> 'now' THEN
    UPDATE asset_letter SET due = NULL WHERE organisation_id = NEW.organisation_id AND id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_person AFTER INSERT ON asset_letter FOR EACH ROW
  WHEN (NEW.due IS NOT NULL) EXECUTE FUNCTION tell_of_asset();

CREATE FUNCTION tell_of_audit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE email text;
BEGIN
  SELECT tell(a.organisation_id, NEW.user_id, 'audit', 'audit-' || NEW.kind, 'audit', a.id,
    jsonb_build_object('audit', a.name, 'due', epoch_ms(a.due_at)), 'audit:' || a.id || ':' || NEW.kind)
  INTO email FROM asset_audit a WHERE a.organisation_id = NEW.organisation_id AND a.id = NEW.audit_id;
  IF email <> 'now' THEN
    UPDATE asset_audit_letter SET due = NULL WHERE organisation_id = NEW.organisation_id AND audit_id = NEW.audit_id
      AND user_id = NEW.user_id AND kind = NEW.kind;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_person AFTER INSERT ON asset_audit_letter FOR EACH ROW
  WHEN (NEW.due IS NOT NULL) EXECUTE FUNCTION tell_of_audit();
