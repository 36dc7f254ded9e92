import { z } from 'zod';
import { buildingCreate } from '#contract/places.ts';
import { text } from '#contract/wire.ts';
import type { Tx } from '#server/lib/database.ts';
import { isTimeZone } from '#server/lib/time-zone.ts';
import {
  foldAll,
  groupBy,
  parseRow,
  problems,
  settle,
  type Columns,
  type Existing,
  type Plan,
} from './plan.ts';
import type { SheetRow } from './sheet.ts';
import { number } from './values.ts';

const schema = z.object({
  name: buildingCreate.shape.name,
  code: text(100).optional(),
  street: text(500).optional(),
  city: text(200).optional(),
  postalCode: text(50).optional(),
  state: text(100).optional(),
  country: text(100).optional(),
  latitude: number.pipe(z.number().min(-90).max(90)).optional(),
  longitude: number.pipe(z.number().min(-180).max(180)).optional(),
  timeZone: text(100).refine(isTimeZone, 'must be the name of a time zone such as Europe/Warsaw').optional(),
});
const columns = [
  'name',
  'code',
  'street',
  'city',
  'postal_code',
  'state_id',
  'country_id',
  'latitude',
  'longitude',
  'time_zone',
  'metric',
];
type Known = Columns & { id: number; code_key: string | null; name_key: string };
type Country = { id: number; code: string; name: string };
type State = { id: number; country: number | null; code: string; name: string };

async function catalogue(tx: Tx) {
  const countries = await tx.query<Country>(
    `SELECT id, fold(alpha2_code) AS code, fold(name) AS name FROM country
     WHERE organisation_id = current_organisation() AND NOT hidden ORDER BY id`,
  );
  const states = await tx.query<State>(
    `SELECT s.id, s.country_id AS country, fold(s.code) AS code, fold(s.name) AS name FROM state s
     LEFT JOIN country c ON c.organisation_id = s.organisation_id AND c.id = s.country_id
     WHERE s.organisation_id = current_organisation()
     ORDER BY s.country_id IS NULL, c.default_selected DESC, s.id`,
  );
  const country = (words: string) => countries.find(({ code, name }) => code === words || name === words);
  const state = (words: string, of: number | null) =>
    states.find(
      (one) =>
        (one.code === words || one.name === words) &&
        (of === null || one.country === null || one.country === of),
    );
  return { country: memo(country), state: memo(state) };
}
/** A list of thousands names the same few countries and states again and again. */
function memo<A extends unknown[], R>(find: (...args: A) => R): (...args: A) => R {
  const found = new Map<string, R>();
  return (...args) => {
    const key = JSON.stringify(args);
    if (!found.has(key)) found.set(key, find(...args));
    return found.get(key)!;
  };
}

/** Buildings are known by their code; those without one by their name. */
export async function planBuildings(tx: Tx, rows: SheetRow[], existing: Existing): Promise<Plan> {
  const found = problems();
  const read = rows.flatMap((row) => {
    const values = parseRow(schema, row, found);
    return values ? [{ row: row.row, values }] : [];
  });
  const fold = async (field: 'name' | 'code' | 'state' | 'country') =>
    foldAll(
      tx,
      read.map(({ values }) => values[field]),
    );
  const [names, codes, states, countries] = [
    await fold('name'),
    await fold('code'),
    await fold('state'),
    await fold('country'),
  ];
  const known = await tx.query<Known>(
    `SELECT id, fold(code) AS code_key, fold(name) AS name_key, ${columns.join(', ')} FROM building
     WHERE organisation_id = current_organisation() AND deleted_at IS NULL`,
  );
  const byCode = groupBy(known, ({ code_key }) => code_key);
  const byName = groupBy(known, ({ name_key }) => name_key);
  const lookUp = await catalogue(tx);
  const plan: Plan = { table: 'building', inserts: [], updates: [], skip: 0, errors: found.errors };
  const met = new Map<string, number>();

  for (const [n, { row, values }] of read.entries()) {
    const [name, code] = [names[n]!, codes[n]];
    const field = code === undefined ? 'name' : 'code';
    const key = code === undefined ? `name ${name}` : `code ${code}`;
    const twin = met.get(key);
    if (twin !== undefined) {
      found.add(row, field, `is in row ${twin} already`);
      continue;
    }
    met.set(key, row);
    const same = (code === undefined ? byName.get(name) : byCode.get(code)) ?? [];
    if (same.length > 1) {
      found.add(row, field, `is that of ${same.length} buildings; give them codes that differ`);
      continue;
    }
    const {
      latitude,
      longitude,
      state: stateWords,
      country: countryWords,
      postalCode,
      timeZone,
      ...rest
    } = values;
    if ((latitude === undefined) !== (longitude === undefined)) {
      found.add(
        row,
        latitude === undefined ? 'latitude' : 'longitude',
        'must be given with the other coordinate',
      );
      continue;
    }
    const country = countries[n] === undefined ? undefined : lookUp.country(countries[n]);
    if (countryWords !== undefined && !country) {
      found.add(row, 'country', `“${countryWords}” is no country of your organisation`);
      continue;
    }
    const own = (same[0]?.country_id as number | null | undefined) ?? null;
    const state = states[n] === undefined ? undefined : lookUp.state(states[n], country?.id ?? own);
    if (stateWords !== undefined && !state) {
      found.add(row, 'state', `“${stateWords}” is no state of this country`);
      continue;
    }
    const given: Columns = {
      ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
      ...(postalCode !== undefined && { postal_code: postalCode }),
      ...(timeZone !== undefined && { time_zone: timeZone }),
      ...(latitude !== undefined && { latitude, longitude }),
      ...(country && { country_id: country.id }),
      ...(state && { state_id: state.id }),
      // A state that the new country does not have goes with the old one.
      ...(!state && country && own !== null && own !== country.id && { state_id: null }),
    };
    const [present] = same;
    if (present) {
      const { code_key: _code, name_key: _name, ...columnsNow } = present;
      settle(plan, columnsNow, given, existing);
    } else settle(plan, undefined, { metric: true, ...given }, existing);
  }
  return plan;
}
