-- What an import of bookings asks and needs.

-- For each wanted time what holds its room then, with the minutes kept free around both: the very same time first. As
-- the owner, because && uses no index under row-level security; it binds the tenant itself.
CREATE FUNCTION held_at(rooms bigint[], since timestamptz[], until timestamptz[], minutes_before integer[],
  minutes_after integer[]) RETURNS TABLE (nth bigint, id bigint, user_id bigint, during tstzrange)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT ROWS 500 AS $$
  SELECT asked.nth, r.id, r.user_id, r.during
  FROM unnest(rooms, since, until, minutes_before, minutes_after)
    WITH ORDINALITY AS asked(room, since, until, minutes_before, minutes_after, nth)
  CROSS JOIN LATERAL (
    SELECT * FROM reservation
    WHERE organisation_id = current_organisation() AND room_id = asked.room AND holds
      AND blocked && widened(tstzrange(asked.since, asked.until), asked.minutes_before, asked.minutes_after)
    ORDER BY during <> tstzrange(asked.since, asked.until), starts LIMIT 1) r
$$;

-- A calendar that is brought in is no news: those it concerns know it already. Later changes are told as ever.
DROP TRIGGER note_news_of_new ON reservation;
CREATE TRIGGER note_news_of_new AFTER INSERT ON reservation FOR EACH ROW
  WHEN ((NEW.guests NOT IN ('[]', 'null') OR NEW.created_by <> NEW.user_id) AND NEW.ends > now()
    AND current_setting('app.audit_off', true) IS DISTINCT FROM 'on'
    AND current_setting('app.news_off', true) IS DISTINCT FROM 'on')
  EXECUTE FUNCTION note_booking_news();
