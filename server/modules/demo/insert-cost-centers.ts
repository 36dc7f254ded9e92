import type { WriteTx } from '#server/lib/database.ts';
import { COMPANY } from './company.ts';
import { entriesOf, insert } from './insert.ts';
import type { Person } from './people.ts';
import type { Places } from './places.ts';

const LEVELS = ['Company', 'Department', 'Team'];

/** A tree of company, departments and their teams by site; people belong to their team, spaces to who sits there. */
export async function insertCostCenters(
  tx: WriteTx,
  people: readonly Person[],
  userIds: readonly number[],
  { sites }: Places,
  since: Date,
) {
  const category_id = (await entriesOf(tx, 'category', 'code')).id('cc');
  const dated = { date_created: since, date_updated: since };
  await insert(
    tx,
    'category_depth',
    LEVELS.map((name, level) => ({ category_id, name, code: '', level, ...dated })),
  );
  const item = (name: string, code: number, sort_key: number, parent_id?: number, parent_level?: number) => ({
    category_id,
    name,
    code: String(code),
    sort_key,
    parent_id,
    parent_level,
    ...dated,
  });
  const [root] = await insert(tx, 'category_item', [item(COMPANY.name, 1000, 1)]);
  const names = [...new Set(people.map(({ department }) => department))].toSorted();
  const departments = await insert(
    tx,
    'category_item',
    names.map((name, nth) => item(name, 1100 + nth * 100, nth + 1, root, 0)),
  );
  const keyOf = ({ department, site }: Pick<Person, 'department' | 'site'>) => `${department} ${site}`;
  const there = new Set(people.map(keyOf));
  const teams = names.flatMap((department, nth) =>
    sites.flatMap((_, site) => (there.has(keyOf({ department, site })) ? [{ department, nth, site }] : [])),
  );
  const teamIds = await insert(
    tx,
    'category_item',
    teams.map(({ department, nth, site }) =>
      item(
        `${department} ${sites[site]!.city}`,
        1100 + nth * 100 + 10 * (site + 1),
        site + 1,
        departments[nth],
        1,
      ),
    ),
  );
  const teamOf = new Map(teams.map((team, nth) => [keyOf(team), teamIds[nth]]));
  await insert(
    tx,
    'user_cost_center',
    people.map((person, index) => ({ user_id: userIds[index], item_id: teamOf.get(keyOf(person)) })),
    'user_id',
  );
  await tx.query(
    `INSERT INTO room_cost_center (organisation_id, room_id, item_id)
     SELECT DISTINCT u.organisation_id, u.room_id, l.item_id
     FROM app_user u JOIN user_cost_center l ON l.organisation_id = u.organisation_id AND l.user_id = u.id
     WHERE u.organisation_id = $1 AND u.room_id IS NOT NULL`,
    [tx.organisation],
  );
}
