import type { AddressEdit } from '#contract/places.ts';
import { invalid } from '#server/lib/app-error.ts';
import type { Tx } from '#server/lib/database.ts';
import type { Values } from './repository.ts';

type Wanted = { id: number } | { code: string };
type Present = { country: number | null; state: number | null };
type State = { id: number; country: number | null };

/** A country that is hidden may stay where it is, but is not given to others. */
async function countryFor(tx: Tx, wanted: Wanted, present: Present): Promise<number> {
  const rows = await tx.query<{ id: number }>(
    `SELECT id FROM country WHERE organisation_id = current_organisation()
     AND ${'id' in wanted ? 'id = $1' : 'alpha2_code = upper($1)'} AND (NOT hidden OR id = $2)`,
    ['id' in wanted ? wanted.id : wanted.code, present.country],
  );
  if (!rows[0]) throw invalid('address.country', 'names no country of your organisation');
  return rows[0].id;
}

/** By code in the country of the address; without a country in the preselected one first. */
async function stateFor(tx: Tx, wanted: Wanted, country: number | null): Promise<number> {
  const rows = await tx.query<State>(
    `SELECT s.id FROM state s
     LEFT JOIN country c ON c.organisation_id = s.organisation_id AND c.id = s.country_id
     WHERE s.organisation_id = current_organisation() AND ${'id' in wanted ? 's.id = $1' : 'upper(s.code) = upper($1)'}
       AND ($2::bigint IS NULL OR s.country_id IS NULL OR s.country_id = $2)
     ORDER BY s.country_id IS NULL, c.default_selected DESC, s.id LIMIT 1`,
    ['id' in wanted ? wanted.id : wanted.code, country],
  );
  if (!rows[0])
    throw invalid(
      'address.state',
      country === null ? 'names no state' : 'names no state of the country of the address',
    );
  return rows[0].id;
}

/** Whether a state lies in another country than this one. */
async function isElsewhere(tx: Tx, state: number, country: number): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM state WHERE organisation_id = current_organisation() AND id = $1 AND country_id <> $2`,
    [state, country],
  );
  return rows.length > 0;
}

async function presentOf(tx: Tx, building: number | undefined): Promise<Present> {
  const [row] = await tx.query<Present>(
    `SELECT country_id AS country, state_id AS state FROM building
     WHERE organisation_id = current_organisation() AND id = $1`,
    [building ?? 0],
  );
  return row ?? { country: null, state: null };
}

const cleared = { street: null, city: null, postal_code: null, state_id: null, country_id: null };

/**
 * Columns of building for what was sent of an address; the rest of it stays. A state that the new country does
 * not have goes with the old one. @throws 400 naming a country or state that is not there
 */
export async function addressValues(
  tx: Tx,
  edit: AddressEdit | null | undefined,
  building?: number,
): Promise<Values> {
  if (edit === undefined) return {};
  if (edit === null) return cleared;
  const values: Values = {};
  if (edit.street !== undefined) values.street = edit.street;
  if (edit.city !== undefined) values.city = edit.city;
  if (edit.postalCode !== undefined) values.postal_code = edit.postalCode;
  if (edit.country === undefined && edit.state === undefined) return values;

  const present = await presentOf(tx, building);
  let { country } = present;
  if (edit.country !== undefined) {
    country = edit.country && (await countryFor(tx, edit.country, present));
    values.country_id = country;
  }
  if (edit.state !== undefined) values.state_id = edit.state && (await stateFor(tx, edit.state, country));
  else if (country !== null && present.state !== null && (await isElsewhere(tx, present.state, country)))
    values.state_id = null;
  return values;
}
