import { userCreate } from '#contract/users.ts';
import type { Tx } from '#server/lib/database.ts';
import { colorOf, defaultUserType } from '#server/modules/people/service.ts';
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
import { nameAll } from './user-names.ts';

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
const schema = userCreate.pick({
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
});
type Known = Columns & { id: number; mail: string; badge: string | null };

const findKnown = (tx: Tx, mails: (string | undefined)[], badges: (string | undefined)[]) =>
  tx.query<Known>(
    `SELECT id, fold(email) AS mail, fold(employee_id) AS badge, ${Object.values(columnOf).join(', ')} FROM app_user
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
 * password: they cannot sign in until they are sent a link to choose one.
 */
export async function planPeople(tx: Tx, rows: SheetRow[], existing: Existing): Promise<Plan> {
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
  const plan: Plan = { table: 'app_user', inserts: [], updates: [], skip: 0, errors: found.errors };
  const met = { mail: new Map<string, number>(), badge: new Map<string, number>() };

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
    const columns = Object.fromEntries(
      Object.entries(columnOf).flatMap(([field, column]) => {
        const value = values[field as keyof typeof columnOf];
        return value === undefined ? [] : [[column, value]];
      }),
    );
    if (person) {
      const { mail: _mail, badge: _badge, ...own } = person;
      settle(plan, own, columns, existing);
    } else settle(plan, undefined, columns, existing);
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
