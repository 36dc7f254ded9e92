import type { Role } from '#contract/users.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { COMPANY } from './company.ts';
import { entriesOf, insert, update, type Row } from './insert.ts';
import type { PlaceIds } from './insert-places.ts';
import type { Person } from './people.ts';
import type { Places } from './places.ts';

/** What the company's accounts need to be signed in to, and who registered it. */
export type Founder = { id: number; passwordHash: string };

function rowOf(person: Person, { sites }: Places, ids: PlaceIds, founded: Date): Row {
  const entered = new Date(Math.max(person.joined, founded.getTime()));
  return {
    first_name: person.firstName,
    last_name: person.lastName,
    user_name: person.email.split('@')[0],
    email: person.email,
    employee_id: person.employeeId,
    job_title: person.jobTitle,
    department: person.department,
    company: COMPANY.name,
    known_as: person.knownAs,
    phone: person.phone,
    extension: person.extension,
    mobile: person.mobile,
    floor_warden: person.floorWarden,
    special_needs: person.specialNeeds,
    color: person.color,
    time_zone: sites[person.site]!.timeZone,
    room_id: person.space === undefined ? undefined : ids.spaces[person.space],
    mail_stop_id: person.stop === undefined ? undefined : ids.stops[person.stop],
    date_created: entered,
    date_updated: entered,
  };
}

/** How many managers stand above a person. */
function depthOf(people: readonly Person[], { manager }: Person): number {
  return manager === undefined ? 0 : 1 + depthOf(people, people[manager]!);
}

/** The site administrator is there already, as whoever registered the company; answers the ids of all. */
export async function insertPeople(
  tx: WriteTx,
  people: readonly Person[],
  places: Places,
  placeIds: PlaceIds,
  founder: Founder,
  founded: Date,
): Promise<number[]> {
  const types = await entriesOf(tx, 'user_type', 'name');
  const ids: number[] = [];
  const depths = people.map((person) => depthOf(people, person));
  // Managers before those they lead.
  for (let depth = 0; depths.includes(depth); depth++) {
    const level = [...people.keys()].filter((index) => depths[index] === depth);
    const rowAt = (index: number) => {
      const { manager } = people[index]!;
      const managerId = manager === undefined ? undefined : ids[manager];
      return { ...rowOf(people[index]!, places, placeIds, founded), manager_id: managerId };
    };
    const newcomers = level.filter((index) => people[index]!.post !== 'admin');
    const rows = newcomers.map((index) => ({
      ...rowAt(index),
      user_type_id: types.id('Employee'),
      password_hash: people[index]!.post && founder.passwordHash,
      site_admin: false,
    }));
    for (const [nth, id] of (await insert(tx, 'app_user', rows)).entries()) ids[newcomers[nth]!] = id;
    const admin = level.find((index) => people[index]!.post === 'admin');
    if (admin === undefined) continue;
    ids[admin] = founder.id;
    await update(tx, 'app_user', founder.id, rowAt(admin));
  }
  return ids;
}

type Holding = [person: number, center: number, role: Role];

/** Everybody is a customer; those with a post or a duty hold more. */
export async function insertPermissions(
  tx: WriteTx,
  people: readonly Person[],
  userIds: readonly number[],
  mailCenters: readonly number[],
) {
  const centers = await entriesOf(tx, 'center', 'code');
  const all = centers.keys.map((code) => centers.id(code));
  const [maintenance, reservation] = [centers.id('maintenance'), centers.id('reservation')];
  const [asset, move] = [centers.id('asset'), centers.id('move')];
  const holdings = people.flatMap((person, index): Holding[] => {
    const hold = (list: readonly number[], role: Role) =>
      list.map((center): Holding => [userIds[index]!, center, role]);
    const home = mailCenters[person.site]!;
    const customer = hold([home, maintenance, reservation, asset, move], 'CUSTOMER');
    if (person.post === 'admin') return hold(all, 'ADMINISTRATOR');
    if (person.post === 'manager') return hold(all, 'MANAGER');
    if (person.post === 'clerk') return [...hold(mailCenters, 'OPERATOR'), ...customer];
    if (person.post === 'operator')
      return [
        ...hold([maintenance], 'TECHNICIAN'),
        ...hold([maintenance, asset, move], 'OPERATOR'),
        ...customer,
      ];
    if (person.duty === 'mail') return [...hold([home], 'OPERATOR'), ...customer];
    if (person.duty === 'maintenance') return [...hold([maintenance], 'TECHNICIAN'), ...customer];
    return customer;
  });
  // The check of the users' key was planned for the founder alone, when there was nobody else.
  await tx.query('DISCARD PLANS');
  await tx.query(
    `INSERT INTO permission (organisation_id, user_id, center_id, role)
     SELECT $1, * FROM unnest($2::bigint[], $3::bigint[], $4::text[]) ON CONFLICT DO NOTHING`,
    [
      tx.organisation,
      holdings.map(([person]) => person),
      holdings.map(([, center]) => center),
      holdings.map(([, , role]) => role),
    ],
  );
}
