import { features as known, type OrganisationEdit } from '#contract/organisation.ts';
import { invalid } from '#server/lib/app-error.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { featuresOn } from '#server/lib/features.ts';
import { isTimeZone } from '#server/lib/time-zone.ts';

/** The caller's organisation as JSON text. */
export async function showOrganisation(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ json: string }>(
    `SELECT json_build_object('id', id, 'name', name, 'country', country, 'timeZone', time_zone,
       'features', ${featuresOn('o')})::text AS json
     FROM organisation o WHERE id = $1`,
    [tx.organisation],
  );
  return row!.json;
}

/**
 * Changes what was sent; null takes the country away. A new time zone has the database reckon the figures of
 * the mail desk anew, in the same transaction. @throws 400
 */
export async function editOrganisation(tx: WriteTx, edit: OrganisationEdit): Promise<string> {
  const { name, country, timeZone, features } = edit;
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw invalid('timeZone', 'must be the name of a time zone such as Europe/Warsaw');
  // A million parcels take longer than a request is given otherwise.
  if (timeZone !== undefined) await tx.query("SELECT set_config('statement_timeout', '0', true)");
  await tx.query(
    `UPDATE organisation SET name = coalesce($2, name), country = coalesce($3, country),
       time_zone = coalesce($4, time_zone), features_off = coalesce($5, features_off) WHERE id = $1`,
    [
      tx.organisation,
      name?.trim() ?? null,
      country === null ? '' : (country ?? null),
      timeZone ?? null,
      features ? known.filter((feature) => !features.includes(feature)) : null,
    ],
  );
  // The name, the zone and the features are part of nearly everything on screen.
  await announce(tx, { topic: 'resync', ids: [] });
  return showOrganisation(tx);
}
