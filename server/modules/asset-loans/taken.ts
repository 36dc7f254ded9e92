import { momentsIn } from '#server/lib/words.ts';
import type { AppError } from '#server/lib/app-error.ts';
import type { Tx } from '#server/lib/database.ts';
import { zoneOf } from './asset-repository.ts';
import { refused } from './check.ts';
import { inTheWay, type InTheWay } from './loan-repository.ts';

type Wish = { asset: { id: number; name: string }; since: number; until: number; except?: number };

function sentenceOf(
  name: string,
  { state, user, since, until, overdue }: InTheWay,
  clock: (at: number) => string,
) {
  if (overdue) return `${name} is still out: ${user} should have brought it back by ${clock(until)}.`;
  if (state === 'out') return `${name} is out with ${user} until ${clock(until)}.`;
  return `${name} is reserved for ${user} from ${clock(since)} until ${clock(until)}.`;
}

/** The refusal of a time at which the asset is taken, which says by whom and until when; undefined when it is free. */
export async function takenBy(tx: Tx, { asset, since, until, except }: Wish): Promise<AppError | undefined> {
  const [first] = await inTheWay(tx, { asset: asset.id, since, until, ...(except && { except }) });
  if (!first) return undefined;
  const zone = await zoneOf(tx);
  const format = momentsIn(zone, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const said = sentenceOf(asset.name, first, (at) => format.format(at));
  return refused('taken', `${said} Choose another time or another asset. (${zone})`, 'asset');
}
