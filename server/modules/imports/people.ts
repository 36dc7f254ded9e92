import type { z } from 'zod';
import { userCreate } from '#contract/users.ts';
import { text } from '#contract/wire.ts';
import { defaultCategory } from '#server/lib/cost-center-json.ts';
import type { Tx } from '#server/lib/database.ts';
import { colorOf, defaultUserType } from '#server/modules/people/service.ts';
import { findManagersOf, type Listed } from './people-managers.ts';
import { findPlaces } from './people-references.ts';
import type { PeoplePlan } from './people-write.ts';
import { foldAll, groupBy, parseRow, problems, settle, type Columns, type Existing } from './plan.ts';
import type { SheetRow } from './sheet.ts';
import { nameAll } from './user-names.ts';
import { wholeNumber } from './values.ts';

const columnOf = {
  firstName: 'first_name',
  lastName: 'last_name',
  email: 'email',
  employeeId: 'employee_id',
  jobTitle: 'job_title',
  department: 'department',
  company: 'company',
  knownAs: 'known_as',
  phone: 'phone',
  extension: 'extension',
  mobile: 'mobile',
  comments: 'comments',
} as const;
const schema = userCreate
  .pick({
    firstName: true,
    lastName: true,
    email: true,
    employeeId: true,
    jobTitle: true,
    department: true,
    company: true,
    knownAs: true,
    phone: true,
    extension: true,
    mobile: true,
    comments: true,
  })
  .extend({
    manager: text(254).optional(),
    building: text(300).optional(),
    floor: text(300).optional(),
    space: text(300).optional(),
    spaceId: wholeNumber.optional(),
    costCenter: text(300).optional(),
    mailStop: text(300).optional(),
  });
type Known = Columns & { id: number; mail: string; badge: string | null };

const findKnown = (tx: Tx, mails: (string | undefined)[], badges: (string | undefined)[]) =>
  tx.query<Known>(
    `SELECT id, fold(email) AS mail, fold(employee_id) AS badge, ${Object.values(columnOf).join(', ')},
       manager_id, room_id, mail_stop_id,
       (SELECT min(held.item_id) FROM user_cost_center held
        JOIN category_item item ON item.organisation_id = held.organisation_id AND item.id = held.item_id
        WHERE held.organisation_id = app_user.organisation_id AND held.user_id = app_user.id
          AND item.category_id = ${defaultCategory}) AS cost_center
     FROM app_user
     WHERE organisation_id = current_organisation() AND deleted_at IS NULL
       AND (fold(email) = ANY($1::text[]) OR fold(employee_id) = ANY($2::text[]))`,
    [mails.filter(Boolean), badges.filter(Boolean)],
  );

/** E-mails that somebody on the server has, in whatever organisation. */
async function takenMails(tx: Tx, mails: string[]): Promise<Set<string>> {
  const rows = await tx.query<{ mail: string }>(
    'SELECT mail FROM unnest($1::text[]) mail WHERE EXISTS (SELECT FROM find_login(mail))',
    [mails],
  );
  return new Set(rows.map(({ mail }) => mail));
}

/**
 * People are known by their e-mail, else by their employee id. Who is new gets a user name, no role and no
 * password: they cannot sign in until they are sent a link to choose one. Managers, spaces, mail stops and cost
 * centers must be there, or in the case of managers be in the file.
 */
export async function planPeople(tx: Tx, rows: SheetRow[], existing: Existing): Promise<PeoplePlan> {
  const found = problems();
  const read = rows.flatMap((row) => {
    const values = parseRow(schema, row, found);
    return values ? [{ row: row.row, values }] : [];
  });
  const mails = await foldAll(
    tx,
    read.map(({ values }) => values.email),
  );
  const badges = await foldAll(
    tx,
    read.map(({ values }) => values.employeeId ?? undefined),
  );
  const known = await findKnown(tx, mails, badges);
  const byMail = groupBy(known, ({ mail }) => mail);
  const byBadge = groupBy(known, ({ badge }) => badge);
  const taken = await takenMails(
    tx,
    mails.filter((mail) => mail !== undefined && !byMail.has(mail)) as string[],
  );
  const plan: PeoplePlan = {
    table: 'app_user',
    inserts: [],
    updates: [],
    skip: 0,
    errors: found.errors,
    rows: [],
  };
  const met = {
    mail: new Map<string, number>(),
    badge: new Map<string, number>(),
    person: new Map<number, number>(),
  };
  const people: { values: z.output<typeof schema>; person: Known | undefined; listed: Listed }[] = [];

  for (const [n, { row, values }] of read.entries()) {
    const [mail, badge] = [mails[n]!, badges[n]];
    const twin = met.mail.get(mail) ?? (badge === undefined ? undefined : met.badge.get(badge));
    if (twin !== undefined) {
      found.add(row, met.mail.has(mail) ? 'email' : 'employeeId', `is in row ${twin} already`);
      continue;
    }
    met.mail.set(mail, row);
    if (badge !== undefined) met.badge.set(badge, row);
    const sharing = (badge !== undefined && byBadge.get(badge)) || [];
    const person = byMail.get(mail)?.[0] ?? (sharing.length === 1 ? sharing[0] : undefined);
    if (sharing.some(({ id }) => id !== person?.id)) {
      found.add(
        row,
        'employeeId',
        sharing.length > 1 ? 'belongs to several people' : 'belongs to somebody else',
      );
      continue;
    }
    if (taken.has(mail) && person?.mail !== mail) {
      found.add(row, 'email', 'is in use already');
      continue;
    }
    const other = person && met.person.get(person.id);
    if (other !== undefined) {
      found.add(row, 'email', `and the employee id of row ${other} are of one person`);
      continue;
    }
    if (person) met.person.set(person.id, row);
    const listed = { row, id: person?.id, mail, badge, manager: values.manager };
    people.push({ values, person, listed });
  }

  const places = await findPlaces(
    tx,
    people.map(({ values, person, listed: { row } }) => ({ ...values, row, now: person ?? {} })),
    found,
  );
  const managers = await findManagersOf(
    tx,
    people.map(({ listed }) => listed),
    ({ id }) => id === undefined || existing === 'update',
    found,
  );
  for (const [n, { values, person, listed }] of people.entries()) {
    const manager = managers.get(listed);
    const columns: Columns = {
      ...Object.fromEntries(
        Object.entries(columnOf).flatMap(([field, column]) => {
          const value = values[field as keyof typeof columnOf];
          return value === undefined ? [] : [[column, value]];
        }),
      ),
      ...places[n],
      ...(manager !== undefined && { manager_id: manager }),
    };
    if (person) {
      const { mail: _mail, badge: _badge, ...own } = person;
      settle(plan, own, columns, existing);
    } else {
      plan.rows.push(listed.row);
      settle(plan, undefined, columns, existing);
    }
  }
  if (plan.errors.length === 0 && plan.inserts.length > 0) {
    const names = await nameAll(
      tx,
      plan.inserts.map(({ email }) => String(email)),
    );
    const type = await defaultUserType(tx);
    plan.inserts = plan.inserts.map((columns, n) => ({
      ...columns,
      user_name: names[n],
      user_type_id: type,
      color: colorOf(String(columns.email)),
      floor_warden: false,
      special_needs: false,
      site_admin: false,
    }));
  }
  return plan;
}
