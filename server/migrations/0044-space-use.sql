-- Who is in, and how spaces are used.

-- The bookings of a window, whatever became of them, with the few columns that counting needs. As the owner, because
-- && uses no index under row-level security; it binds the tenant itself. `taken`: whether the booking held its space.
CREATE FUNCTION bookings_between(since timestamptz, until timestamptz)
RETURNS TABLE (id bigint, room_id bigint, user_id bigint, starts timestamptz, ends timestamptz, state text, taken boolean,
  left_early boolean, people integer, all_day boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT ROWS 10000 AS $$
  SELECT id, room_id, user_id, starts, ends, state, holds, coalesce(state = 'checked_out' AND checked_out_at <= ends, false),
    coalesce(number_of_people, 1), all_day
  FROM reservation
  WHERE organisation_id = current_organisation() AND deleted_at IS NULL AND blocked && tstzrange(since, until)
    AND starts < until AND ends > since
$$;
