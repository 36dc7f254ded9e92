import type { Guide, GuideStep } from '#contract/guide.ts';
import type { Feature } from '#contract/organisation.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';

/** SQL: rows of a table that are there, counted no further than anybody would read. */
const some = (table: string, condition: string) =>
  `(SELECT count(*) FROM (SELECT FROM ${table} t WHERE t.organisation_id = current_organisation()
    AND ${condition} LIMIT 1000) few)`;

/** What each step brings, and the feature without which there is no such step. */
const steps: Record<GuideStep, { counts: string; feature?: Feature }> = {
  building: { counts: some('building', 't.deleted_at IS NULL') },
  spaces: { counts: some('room', 't.deleted_at IS NULL') },
  // Whoever registered is there from the start.
  people: { counts: `greatest(${some('app_user', 't.deleted_at IS NULL')} - 1, 0)` },
  roles: {
    counts: some(
      'app_user',
      `t.deleted_at IS NULL AND NOT t.site_admin AND EXISTS (SELECT FROM permission p
         WHERE p.organisation_id = t.organisation_id AND p.user_id = t.id AND p.role <> 'CUSTOMER')`,
    ),
  },
  bookable: { counts: some('room', 't.deleted_at IS NULL AND t.reservable'), feature: 'booking' },
  scan: { counts: some('mail_item', 't.deleted_at IS NULL'), feature: 'mail' },
  deliver: {
    counts: some('mail_item', 't.deleted_at IS NULL AND t.delivered_at IS NOT NULL'),
    feature: 'mail',
  },
};

const lines = Object.entries(steps).map(
  ([step, { counts, feature }]) => `('${step}', ${feature ? `'${feature}'` : 'NULL'}, ${counts})`,
);
const READ = `
WITH away AS MATERIALIZED (SELECT what FROM guide_put_away WHERE organisation_id = current_organisation())
SELECT json_build_object('closed', EXISTS (SELECT FROM away WHERE what = 'all'), 'steps', (
  SELECT json_agg(json_build_object('step', step, 'count', count, 'done', count > 0,
    'skipped', step IN (SELECT what FROM away)) ORDER BY nth)
  FROM (SELECT step, feature, count, row_number() OVER () AS nth
    FROM (VALUES ${lines.join(', ')}) s (step, feature, count)) every
  WHERE feature IS NULL OR feature <> ALL (o.features_off))) AS guide
FROM organisation o WHERE o.id = current_organisation()`;

/** In one statement; the steps of features that are switched on. */
export async function readGuide(tx: Tx): Promise<Guide> {
  const [row] = await tx.named<{ guide: Guide }>('guide', READ);
  return row!.guide;
}

export const putAway = (tx: WriteTx, what: GuideStep | 'all') =>
  tx.query(
    `INSERT INTO guide_put_away (organisation_id, what, put_away_at) VALUES (current_organisation(), $1, $2)
     ON CONFLICT DO NOTHING`,
    [what, tx.stamp],
  );

export const bringBack = (tx: WriteTx, what: GuideStep | 'all') =>
  tx.query('DELETE FROM guide_put_away WHERE organisation_id = current_organisation() AND what = $1', [what]);
