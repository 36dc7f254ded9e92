import type { MemberChange, MemberEdit } from '#contract/cost-centers.ts';
import { invalid, notFound } from '#server/lib/app-error.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import * as links from './link-repository.ts';
import { tell } from './tell.ts';

const words = { user: 'person', room: 'space' } as const;
const topics = { user: 'users', room: 'places' } as const;

/**
 * Has people or spaces belong to an item, and others no longer; answers what changed as JSON text. Only these
 * links are touched, so that of parallel edits of one person none is lost. @throws 400, 404
 */
export async function changeMembers(
  tx: WriteTx,
  by: number,
  of: links.Holder,
  item: number,
  { add = [], remove = [] }: MemberEdit,
): Promise<string> {
  const standard = (await links.knownItems(tx, [item])).get(item);
  if (standard === undefined) throw notFound('There is no such cost center.');
  const [coming, going] = [add, remove].map((list) => [...new Set(list.map(({ id }) => id))]);
  const known = await links.livingHolders(tx, of, coming!);
  for (const [index, { id }] of add.entries()) {
    if (!known.has(id))
      throw invalid(`add[${index}]`, `names no ${words[of]} of your organisation (id ${id})`);
    if (going!.includes(id)) throw invalid(`add[${index}]`, 'is to be removed as well');
  }
  const left =
    of === 'user' && standard ? await links.leaveStandard(tx, item, coming!) : new Map<number, number>();
  const added = await links.addLinks(tx, of, item, coming!);
  const removed = await links.dropLinks(tx, of, item, going!);
  const changed = [...new Set([...added, ...removed, ...left.keys()])];
  if (changed.length > 0) {
    await links.stampThese(tx, of, changed);
    await tell(tx, by, [item, ...new Set<number>(left.values())]);
    await announce(tx, { topic: topics[of], ids: changed, by });
  }
  const answer: MemberChange = {
    added: added.map((id) => ({ id, ...(left.has(id) && { from: left.get(id)! }) })),
    removed,
  };
  return JSON.stringify(answer);
}
