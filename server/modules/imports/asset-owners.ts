import type { Tx } from '#server/lib/database.ts';
import { foldedWord } from '#server/lib/folded.ts';
import { groupBy } from './plan.ts';

type Person = {
  id: number;
  mail: string | null;
  badge: string | null;
  login: string | null;
  name: string;
  removed: boolean;
};
/** How a field names somebody, the likeliest first. */
const ways = {
  ownerEmail: ['mail', 'badge', 'login'],
  ownerEmployeeId: ['badge'],
  ownerUserName: ['login', 'mail', 'badge'],
  ownerName: ['name', 'mail', 'badge', 'login'],
} as const;
export type OwnerField = keyof typeof ways;
/** In this order: the first that a row fills says who it is. */
export const ownerFields = Object.keys(ways) as OwnerField[];
const called = {
  ownerEmail: 'nobody’s e-mail',
  ownerEmployeeId: 'nobody’s employee id',
  ownerUserName: 'nobody’s user name',
  ownerName: 'nobody’s name',
};

const peopleOf = (tx: Tx, words: readonly string[]) =>
  tx.query<Person>(
    `SELECT * FROM (SELECT id, ${foldedWord('email')} AS mail, ${foldedWord('employee_id')} AS badge, ${foldedWord('user_name')} AS login,
         ${foldedWord('name')} AS name, deleted_at IS NOT NULL AS removed
       FROM app_user WHERE organisation_id = current_organisation()) one
     WHERE mail = ANY($1::text[]) OR badge = ANY($1::text[]) OR login = ANY($1::text[]) OR name = ANY($1::text[])`,
    [words],
  );

/** Finds people by folded words, all in one question. */
export async function openOwners(tx: Tx, words: readonly string[]) {
  const people = words.length === 0 ? [] : await peopleOf(tx, words);
  const maps = {
    mail: groupBy(people, ({ mail }) => mail),
    badge: groupBy(people, ({ badge }) => badge),
    login: groupBy(people, ({ login }) => login),
    name: groupBy(people, ({ name }) => name),
  };
  /**
   * Whom the word means, or why nobody. @param now whoever has the asset; they count when they have been removed,
   * for they may have it still
   */
  return (field: OwnerField, key: string, word: string, now: number | null): number | { message: string } => {
    for (const way of ways[field]) {
      const some = maps[way].get(key) ?? [];
      const there = some.filter(({ removed }) => !removed);
      const one = some.find(({ id }) => id === now) ?? (there.length === 1 ? there[0] : undefined);
      if (one) return one.id;
      if (there.length > 1)
        return { message: `“${word}” may be any of ${there.length} people; give the e-mail` };
    }
    return { message: `“${word}” is ${called[field]}; add the person first, or leave the owner out` };
  };
}
