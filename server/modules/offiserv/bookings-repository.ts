import type { OffiServQuery } from '#contract/offiserv.ts';
import { managers, may, type Caller } from '#server/lib/caller.ts';
import type { Tx } from '#server/lib/database.ts';
import { iso, shortUserOf } from '#server/lib/offiserv-json.ts';
import { assetOf, resourceAt, spaceOf, texts } from './json.ts';
import { oneMore } from './page.ts';

/** SQL: what bookings and loans have in common, by the alias of the row. */
export const bookingParts = (
  r: string,
) => `'id', ${r}.id::text, 'resource', ${spaceOf(r)}, 'user', ${shortUserOf(r, 'user_id')},
  'start', ${iso(`${r}.starts`)}, 'end', ${iso(`${r}.ends`)}, 'state', ${r}.state, 'resourceUri', ${resourceAt('reservations', `${r}.id`)}`;
export const loanParts = (
  l: string,
) => `'id', ${l}.id::text, 'resource', ${assetOf(l)}, 'user', ${shortUserOf(l, 'user_id')},
  'start', ${iso(`${l}.starts`)}, 'end', ${iso(`${l}.due`)}, 'state', ${l}.state, 'resourceUri', ${resourceAt('assets/loans', `${l}.id`)}`;

/**
 * A person's bookings as JSON texts, without the cancelled ones: what goes on or is to come by its start, then what is
 * over, the latest first. The title of a private one is for the person and for managers of bookings.
 */
export const listReservations = (tx: Tx, caller: Caller, person: number, query: OffiServQuery) =>
  texts(
    tx,
    'reservations',
    `WITH page AS MATERIALIZED (
       SELECT * FROM (
         (SELECT 0 AS late, r.id, extract(epoch FROM r.starts) AS nth FROM reservation r
          WHERE r.organisation_id = current_organisation() AND r.user_id = $1 AND r.deleted_at IS NULL
            AND r.state <> 'cancelled' AND r.ends > now() ORDER BY r.starts, r.id LIMIT $2::bigint + $3::bigint)
         UNION ALL
         (SELECT 1, r.id, -extract(epoch FROM r.ends) FROM reservation r
          WHERE r.organisation_id = current_organisation() AND r.user_id = $1 AND r.deleted_at IS NULL
            AND r.state <> 'cancelled' AND r.ends <= now() ORDER BY r.ends DESC, r.id LIMIT $2::bigint + $3::bigint)
       ) every ORDER BY late, nth, id LIMIT $3::bigint OFFSET $2::bigint)
     SELECT json_strip_nulls(json_build_object(${bookingParts('r')}, 'allDay', r.all_day, 'approval', r.approval,
       'title', CASE WHEN r.private AND r.user_id <> $4 AND NOT $5 THEN 'Busy' ELSE r.name END, 'page', '/bookings/mine'))::text AS json
     FROM page JOIN reservation r ON r.organisation_id = current_organisation() AND r.id = page.id
     ORDER BY page.late, page.nth, page.id`,
    [person, query.startAt, oneMore(query), caller.id, may(caller, 'reservation', managers)],
  );

const lending = (page: string) => `json_strip_nulls(json_build_object(${loanParts('l')},
  'overdue', l.state = 'out' AND l.due <= now(), 'returned', ${iso('l.returned_at')},
  'keeper', ${shortUserOf('l', 'lent_by')}, 'page', ${page}))::text AS json`;

/**
 * What a person has borrowed, as JSON texts: what they have or have reserved by when it is due, then what they have
 * brought back, the latest first.
 */
export const listLendings = (tx: Tx, person: number, query: OffiServQuery) =>
  texts(
    tx,
    'lendings',
    `SELECT ${lending(`'/assets/mine'`)} FROM asset_loan l
     WHERE l.organisation_id = current_organisation() AND l.user_id = $1 AND l.state <> 'cancelled'
     ORDER BY l.state = 'returned', CASE WHEN l.state <> 'returned' THEN l.due END, l.due DESC, l.id
     LIMIT $3::bigint OFFSET $2::bigint`,
    [person, query.startAt, oneMore(query)],
  );

/** What is out of these asset centers (null: of all), as JSON texts: the soonest due first. */
export const listKeeperLendings = (tx: Tx, centers: readonly number[] | null, query: OffiServQuery) =>
  texts(
    tx,
    'keeper-lendings',
    `SELECT ${lending(`'/assets/loans?open=' || l.id`)} FROM asset_loan l
     WHERE l.organisation_id = current_organisation() AND l.state = 'out'
       AND ($1::bigint[] IS NULL OR l.center_id = ANY ($1::bigint[]))
     ORDER BY l.due, l.id LIMIT $3::bigint OFFSET $2::bigint`,
    [centers, query.startAt, oneMore(query)],
  );
