import type { OffiServQuery } from '#contract/offiserv.ts';
import type { Tx } from '#server/lib/database.ts';
import { iso } from '#server/lib/offiserv-json.ts';
import { ruleOf } from '#server/modules/space-booking/service.ts';
import { bookingParts, loanParts } from './bookings-repository.ts';
import { texts } from './json.ts';
import { oneMore } from './page.ts';

/**
 * A person's bookings and loans that are not over, as JSON texts, by when they are to think of them: a booking when they
 * can check in, and once they have, when it ends; a loan when they are written to next, else when it begins or is due.
 */
export const listReminders = (tx: Tx, person: number, query: OffiServQuery) =>
  texts(
    tx,
    'reminders',
    `WITH page AS MATERIALIZED (
       SELECT * FROM (
         SELECT 'reservation' AS kind, r.id, CASE WHEN r.state = 'checked_in' THEN r.ends
           ELSE r.starts - make_interval(mins => coalesce(rule.check_in_minutes, 15)) END AS remind
         FROM reservation r JOIN room ON room.organisation_id = r.organisation_id AND room.id = r.room_id
         LEFT JOIN LATERAL ${ruleOf('room')} rule ON true
         WHERE r.organisation_id = current_organisation() AND r.user_id = $1 AND r.deleted_at IS NULL
           AND r.state IN ('booked', 'checked_in') AND r.ends > now()
         UNION ALL
         SELECT 'lending', l.id, coalesce(l.remind_at, CASE WHEN l.state = 'reserved' THEN l.starts ELSE l.due END)
         FROM asset_loan l
         WHERE l.organisation_id = current_organisation() AND l.user_id = $1 AND l.state IN ('reserved', 'out')
       ) every ORDER BY remind, kind, id LIMIT $3::bigint OFFSET $2::bigint)
     SELECT (CASE WHEN page.kind = 'reservation'
       THEN json_build_object('kind', page.kind, ${bookingParts('r')}, 'remind', ${iso('page.remind')}, 'page', '/bookings/mine')
       ELSE json_build_object('kind', page.kind, ${loanParts('l')}, 'remind', ${iso('page.remind')}, 'page', '/assets/mine')
       END)::text AS json
     FROM page LEFT JOIN reservation r
       ON page.kind = 'reservation' AND r.organisation_id = current_organisation() AND r.id = page.id
     LEFT JOIN asset_loan l ON page.kind = 'lending' AND l.organisation_id = current_organisation() AND l.id = page.id
     ORDER BY page.remind, page.kind, page.id`,
    [person, query.startAt, oneMore(query)],
  );
