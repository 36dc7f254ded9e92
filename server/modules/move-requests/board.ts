import type { MoveBoardQuery, MoveSpaceQuery } from '#contract/moves-board.ts';
import { moveRequestQuery } from '#contract/moves.ts';
import type { Cell } from '#contract/csv.ts';
import type { MoveRequestQuery } from '#contract/moves.ts';
import { centersOf, managers, type Caller } from '#server/lib/caller.ts';
import type { Database, Tx } from '#server/lib/database.ts';
import { boardOf, tableOf } from './board-repository.ts';
import { viewerOf } from './rights.ts';
import { listSpaces } from './space-repository.ts';

const CARDS = 100;
/** How many conflicts each of these requests has, as far as it is yet to take effect; those without need not be there. */
export type CountConflicts = (tx: Tx, ids: readonly number[]) => Promise<ReadonlyMap<number, number>>;

/** The board as JSON text: the newest cards of each status, and how many there are of each. */
export const showBoard = (
  db: Database,
  caller: Caller,
  { limit = CARDS, ...query }: MoveBoardQuery,
  countConflicts: CountConflicts | undefined,
): Promise<string> =>
  db.read(caller.organisation, async (tx) => {
    const whole = { ...moveRequestQuery.parse({}), ...query };
    const managed = centersOf(caller, 'move', managers);
    const board = await boardOf(tx, whole, { viewer: viewerOf(caller), managed, limit });
    // Only of what is shown: each is held against all that may be in its way.
    const undecided = board.cards.filter(({ status }) => status === 'pen' || status === 'apr');
    const counts = await countConflicts?.(
      tx,
      undecided.map(({ id }) => id),
    );
    for (const card of undecided) card.conflicts = counts?.get(card.id) ?? 0;
    return JSON.stringify(board);
  });

/** The page of a list as rows of a table. */
export const requestTable = (db: Database, caller: Caller, query: MoveRequestQuery): Promise<Cell[][]> =>
  db.read(caller.organisation, (tx) =>
    tableOf(tx, query, viewerOf(caller), centersOf(caller, 'move', managers)),
  );

/** Spaces with what is left of them on a date, as a JSON array. */
export const showSpaces = (db: Database, caller: Caller, query: MoveSpaceQuery): Promise<string> =>
  db.read(caller.organisation, (tx) => listSpaces(tx, query));
