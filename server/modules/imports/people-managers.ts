import type { Tx } from '#server/lib/database.ts';
import { foldAll, groupBy, type Problems } from './plan.ts';

/** Somebody of the file: `id` when they are in the directory already. Texts are folded, but for `manager`. */
export type Listed = {
  row: number;
  id: number | undefined;
  mail: string;
  badge: string | undefined;
  manager: string | undefined;
};
/** Somebody of the directory by their id, somebody new by their row. */
export type Somebody = number | `row ${number}`;

const somebody = ({ id, row }: Listed): Somebody => id ?? `row ${row}`;

const findManagers = (tx: Tx, words: string[]) =>
  tx.query<{ id: number; mail: string; badge: string | null }>(
    `SELECT id, fold(email) AS mail, fold(employee_id) AS badge FROM app_user
     WHERE organisation_id = current_organisation() AND deleted_at IS NULL
       AND (fold(email) = ANY($1::text[]) OR fold(employee_id) = ANY($1::text[]))`,
    [words],
  );
const managersNow = (tx: Tx) =>
  tx.query<{ id: number; manager: number }>(
    `SELECT id, manager_id AS manager FROM app_user
     WHERE organisation_id = current_organisation() AND manager_id IS NOT NULL`,
  );

/** Those from whom the way up leads back to themselves. */
function inCircles(starts: Iterable<Somebody>, above: (one: Somebody) => Somebody | undefined) {
  const circle = new Set<Somebody>();
  const done = new Set<Somebody>();
  for (const start of starts) {
    const path: Somebody[] = [];
    const place = new Map<Somebody, number>();
    let at: Somebody | undefined = start;
    while (at !== undefined && !done.has(at) && !place.has(at)) {
      place.set(at, path.length);
      path.push(at);
      at = above(at);
    }
    const begin = at === undefined ? undefined : place.get(at);
    if (begin !== undefined) for (const one of path.slice(begin)) circle.add(one);
    for (const one of path) done.add(one);
  }
  return circle;
}

/**
 * Whom each of the list reports to, by e-mail or else employee id, of the directory or of the list itself. Nobody
 * may come to report to themselves. `applies` says whose line will be written.
 */
export async function findManagersOf(
  tx: Tx,
  list: readonly Listed[],
  applies: (one: Listed) => boolean,
  found: Problems,
): Promise<Map<Listed, Somebody>> {
  const chosen = new Map<Listed, Somebody>();
  if (list.every(({ manager }) => manager === undefined)) return chosen;
  const words = await foldAll(
    tx,
    list.map(({ manager }) => manager),
  );
  const there = await findManagers(
    tx,
    words.filter((one) => one !== undefined),
  );
  const [mails, badges] = [groupBy(there, ({ mail }) => mail), groupBy(there, ({ badge }) => badge)];
  const listedMails = new Map(list.map((one) => [one.mail, one]));
  const listedBadges = new Map(list.flatMap((one) => (one.badge === undefined ? [] : [[one.badge, one]])));
  for (const [n, one] of list.entries()) {
    const word = words[n];
    if (word === undefined) continue;
    const listed = listedMails.get(word) ?? (mails.has(word) ? undefined : listedBadges.get(word));
    const known = mails.get(word) ?? badges.get(word) ?? [];
    const manager = listed ? somebody(listed) : known.length === 1 ? known[0]!.id : undefined;
    if (manager === undefined)
      found.add(
        one.row,
        'manager',
        known.length > 1
          ? `“${one.manager}” is the employee id of several people; use the e-mail address`
          : `“${one.manager}” is nobody’s e-mail address or employee id`,
      );
    else if (manager === somebody(one)) found.add(one.row, 'manager', 'must be somebody else');
    else chosen.set(one, manager);
  }
  const now = new Map<Somebody, Somebody>((await managersNow(tx)).map(({ id, manager }) => [id, manager]));
  const changed = [...chosen].filter(([one]) => applies(one));
  for (const [one, manager] of changed) now.set(somebody(one), manager);
  const circle = inCircles(
    changed.map(([one]) => somebody(one)),
    (one) => now.get(one),
  );
  for (const [one] of changed)
    if (circle.has(somebody(one)))
      found.add(one.row, 'manager', 'must not report to this person, directly or through others');
  return chosen;
}
