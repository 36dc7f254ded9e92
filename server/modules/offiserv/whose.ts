import { linksOf, remindersLink, userLinks, type Follower, type UserLink } from '#contract/offiserv-links.ts';
import { forbidden, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Tx } from '#server/lib/database.ts';
import { listWayUp } from '#server/modules/people/service.ts';
import { findActor } from './person-repository.ts';

/** Whether the caller is the person's manager, or the manager of one of their managers. */
const isAbove = async (tx: Tx, caller: Caller, person: number) =>
  (await listWayUp(tx, person)).some(({ id }) => id === caller.id);

async function follows(tx: Tx, caller: Caller, person: number, may: Follower): Promise<boolean> {
  if (caller.id === person || may === 'everybody') return true;
  if (may === 'oneself') return false;
  return caller.siteAdmin || (may === 'managers' && (await isAbove(tx, caller, person)));
}

const sentences: Record<Follower, string> = {
  oneself: 'Nobody but this person may see that.',
  'site-administrators': 'This person and site administrators may see that.',
  managers: 'This person, their managers and site administrators may see that.',
  everybody: '',
};

/** The person whose link is followed, with what they may do. @throws 403, 404 */
export async function personFor(
  tx: Tx,
  caller: Caller,
  asked: number | 'me',
  link: UserLink | 'reminders',
): Promise<Caller> {
  const id = asked === 'me' ? caller.id : asked;
  if (id === caller.id) return caller;
  const person = await findActor(tx, id);
  if (!person) throw notFound('There is no such person.');
  const { may } = link === 'reminders' ? remindersLink : userLinks[link];
  if (!(await follows(tx, caller, id, may))) throw forbidden(sentences[may]);
  return person;
}

/** The links of a person that the caller may follow: no other is shown to them. */
export async function linksFor(tx: Tx, caller: Caller, person: number) {
  const [administrators, managers] =
    caller.id === person || caller.siteAdmin ? [true, true] : [false, await isAbove(tx, caller, person)];
  const may: Record<Follower, boolean> = {
    oneself: caller.id === person,
    'site-administrators': administrators,
    managers,
    everybody: true,
  };
  return linksOf(person, (follower) => may[follower]);
}
