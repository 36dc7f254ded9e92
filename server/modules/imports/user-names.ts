import { randomInt } from 'node:crypto';
import type { Tx } from '#server/lib/database.ts';

/** How often the next number is tried before a random one is taken, so that a crowd after one name scatters. */
const ROUNDS = 5;

/** Those of the names that somebody on the server has, folded. */
async function takenOf(tx: Tx, names: string[]): Promise<Map<string, { folded: string; taken: boolean }>> {
  const rows = await tx.query<{ name: string; folded: string; taken: boolean }>(
    'SELECT name, fold(name) AS folded, user_name_taken(name) AS taken FROM unnest($1::text[]) name',
    [names],
  );
  return new Map(rows.map(({ name, ...rest }) => [name, rest]));
}

/**
 * A user name for each e-mail: its local part, or with a number behind it that nobody has, on the whole server
 * and in this list.
 */
export async function nameAll(tx: Tx, emails: readonly string[]): Promise<string[]> {
  const bases = emails.map((email) => email.slice(0, email.lastIndexOf('@')));
  const names: string[] = [];
  const used = new Set<string>();
  let open = bases.map((_, n) => n);
  for (let round = 1; open.length > 0; round += 1) {
    const wish = (n: number) =>
      round === 1 ? bases[n]! : `${bases[n]!}${round <= ROUNDS ? round : randomInt(1e9)}`;
    const wishes = new Map(open.map((n) => [n, wish(n)]));
    const known = await takenOf(tx, [...new Set(wishes.values())]);
    open = open.filter((n) => {
      const name = wishes.get(n)!;
      const { folded, taken } = known.get(name)!;
      if (taken || used.has(folded)) return true;
      used.add(folded);
      names[n] = name;
      return false;
    });
  }
  return names;
}
