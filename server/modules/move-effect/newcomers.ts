import type { MoveConflict } from '#contract/move-effect.ts';
import type { Tx } from '#server/lib/database.ts';
import type { Item } from './request-repository.ts';

/** Somebody for whom an account is to be opened. */
export type Newcomer = {
  item: number;
  firstName: string;
  lastName: string;
  email: string;
  fields: Record<string, string>;
};

/** What is said of the person; a single name is split before its last word. */
export function newcomerOf({ key, name, fields }: Item): Newcomer {
  const words = name.trim().split(/\s+/);
  const said = [fields.firstName, fields.lastName].some((one) => one?.trim());
  const firstName = said ? (fields.firstName ?? '') : words.slice(0, -1).join(' ');
  const lastName = said ? (fields.lastName ?? '') : (words.at(-1) ?? '');
  return {
    item: key,
    firstName: firstName.trim(),
    lastName: lastName.trim(),
    email: fields.email?.trim() ?? '',
    fields,
  };
}
export const isNewcomer = ({ kind, person }: Item) => kind === 'new' && person === null;
export const nameOf = ({ firstName, lastName }: Newcomer) => `${firstName} ${lastName}`.trim();

/** Who has the addresses already that new people are to have, by the address. */
export async function holdersOf(tx: Tx, items: readonly Item[]): Promise<Map<string, string>> {
  const newcomers = items.filter(isNewcomer).map(newcomerOf);
  if (newcomers.length === 0) return new Map();
  const rows = await tx.query<{ email: string; name: string }>(
    `SELECT fold(email) AS email, name FROM app_user
     WHERE organisation_id = current_organisation() AND deleted_at IS NULL
       AND fold(email) IN (SELECT fold(address) FROM unnest($1::text[]) address)`,
    [newcomers.map(({ email }) => email)],
  );
  return new Map(rows.map(({ email, name }) => [email, name]));
}

/** What keeps accounts from being opened: no address, or one that somebody has. */
export const newcomerConflicts = async (tx: Tx, items: readonly Item[]): Promise<MoveConflict[]> =>
  newcomerConflictsOf(items, await holdersOf(tx, items));

/** As `newcomerConflicts`. @param taken as `holdersOf` tells */
export function newcomerConflictsOf(items: readonly Item[], taken: ReadonlyMap<string, string>) {
  const found: MoveConflict[] = [];
  const newcomers = items.flatMap((item, place) =>
    isNewcomer(item) ? [{ place, ...newcomerOf(item) }] : [],
  );
  const holders = new Map(taken);
  for (const one of newcomers) {
    const about = { item: one.place, blocks: true } as const;
    const name = nameOf(one) || 'The new person';
    const holder = holders.get(one.email.toLowerCase());
    if (!/^[^\s@]+@[^\s@]+$/.test(one.email))
      found.push({
        ...about,
        kind: 'no-email',
        message: `${name} needs an e-mail address for an account. Give it in the field email.`,
      });
    else if (holder !== undefined)
      found.push({
        ...about,
        kind: 'email-taken',
        message: `${holder} has the e-mail address ${one.email} already.`,
      });
    else holders.set(one.email.toLowerCase(), name);
  }
  return found;
}
