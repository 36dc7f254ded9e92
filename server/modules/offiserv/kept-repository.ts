import type { OffiServQuery } from '#contract/offiserv.ts';
import type { Tx } from '#server/lib/database.ts';
import { iso } from '#server/lib/offiserv-json.ts';
import { bookingParts, loanParts } from './bookings-repository.ts';
import { assetJson, spaceJson, texts } from './json.ts';
import { oneMore } from './page.ts';

/** Where somebody keeps things: centers by id; null: all of them. */
export type Keeping = { spaces: readonly number[] | null; assets: readonly number[] | null };
const any = (centers: readonly number[] | null) => centers === null || centers.length > 0;

/**
 * What can be booked of whoever manages bookings, and what can be borrowed of whoever works in an asset center, as JSON
 * texts: spaces, then assets, by number. Neither belongs to one center.
 */
export const listKept = (tx: Tx, { spaces, assets }: Keeping, query: OffiServQuery) =>
  texts(
    tx,
    'kept',
    `WITH page AS MATERIALIZED (
       SELECT * FROM (
         (SELECT 0 AS kind, s.id FROM room s WHERE $1::boolean AND s.organisation_id = current_organisation() AND s.reservable
            AND s.deleted_at IS NULL ORDER BY s.id LIMIT $3::bigint + $4::bigint)
         UNION ALL
         (SELECT 1, a.id FROM asset a WHERE $2::boolean AND a.organisation_id = current_organisation() AND a.lendable
            AND a.deleted_at IS NULL ORDER BY a.id LIMIT $3::bigint + $4::bigint)
       ) every ORDER BY kind, id LIMIT $4::bigint OFFSET $3::bigint)
     SELECT (CASE page.kind WHEN 0 THEN ${spaceJson('s')} ELSE ${assetJson('a')} END)::text AS json
     FROM page LEFT JOIN room s ON page.kind = 0 AND s.organisation_id = current_organisation() AND s.id = page.id
     LEFT JOIN asset a ON page.kind = 1 AND a.organisation_id = current_organisation() AND a.id = page.id
     ORDER BY page.kind, page.id`,
    [any(spaces), any(assets), query.startAt, oneMore(query)],
  );

/** What has ended of the bookings and loans of these centers, as JSON texts: the latest first. */
export const listHistory = (tx: Tx, { spaces, assets }: Keeping, query: OffiServQuery) =>
  texts(
    tx,
    'history',
    `WITH page AS MATERIALIZED (
       SELECT * FROM (
         (SELECT 'reservation' AS kind, r.id, r.ends FROM reservation r
          WHERE r.organisation_id = current_organisation() AND r.deleted_at IS NULL AND r.ends <= now()
            AND ($1::bigint[] IS NULL OR r.center_id = ANY ($1::bigint[]))
          ORDER BY r.ends DESC, r.id DESC LIMIT $3::bigint + $4::bigint)
         UNION ALL
         SELECT 'lending', l.id, l.due FROM (VALUES ('returned'), ('cancelled')) AS over (state) CROSS JOIN LATERAL (
           SELECT o.id, o.due FROM asset_loan o WHERE o.organisation_id = current_organisation() AND o.state = over.state
             AND ($2::bigint[] IS NULL OR o.center_id = ANY ($2::bigint[]))
           ORDER BY o.due DESC, o.id DESC LIMIT $3::bigint + $4::bigint) l
       ) every ORDER BY ends DESC, kind, id DESC LIMIT $4::bigint OFFSET $3::bigint)
     SELECT json_strip_nulls(CASE WHEN page.kind = 'reservation'
       THEN json_build_object('kind', page.kind, ${bookingParts('r')}, 'page', '/spaces/' || r.room_id)
       ELSE json_build_object('kind', page.kind, ${loanParts('l')}, 'returned', ${iso('l.returned_at')},
         'page', '/assets/loans?open=' || l.id) END)::text AS json
     FROM page LEFT JOIN reservation r
       ON page.kind = 'reservation' AND r.organisation_id = current_organisation() AND r.id = page.id
     LEFT JOIN asset_loan l ON page.kind = 'lending' AND l.organisation_id = current_organisation() AND l.id = page.id
     ORDER BY page.ends DESC, page.kind, page.id DESC`,
    [spaces, assets, query.startAt, oneMore(query)],
  );
