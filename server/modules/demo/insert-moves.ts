import type { MoveRequestCreate } from '#contract/moves.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { takeTogether } from '#server/modules/move-effect/service.ts';
import { createRequest, editTask, takeStep } from '#server/modules/move-requests/service.ts';
import type { Acting } from './acting.ts';
import { makeMoves, type MadeMove, type MoveWorld } from './moves.ts';
import { entriesOf } from './insert.ts';

type Written = { id: number; items: { id: number }[] };
const read = (json: string) => JSON.parse(json) as Written;

/** Requests for moves in every state, as the services would have written them at the time. */
export async function insertMoves(
  tx: WriteTx,
  act: Acting,
  world: MoveWorld & { spaceIds: readonly number[]; assetIds: readonly number[] },
): Promise<void> {
  const statuses = await entriesOf(tx, 'move_status', 'code');
  const types = await entriesOf(tx, 'move_request_type', 'name');
  const tasks = await entriesOf(tx, 'move_task', 'name');
  const manager = act.as(
    world.people.findIndex(({ post }) => post === 'manager'),
    'MANAGER',
  );
  const bodyOf = ({ description, date, comment, items }: MadeMove): MoveRequestCreate => ({
    status: { id: statuses.id('pen') },
    description,
    date: date === undefined ? undefined : act.time(date),
    comments: comment === undefined ? [] : [{ content: comment }],
    items: items.map(({ type, person, asset, to, fields, tasks: wanted = {} }) => ({
      type: { id: types.id(type) },
      ...(person !== undefined && { user: { id: act.id(person) } }),
      ...(asset !== undefined && { asset: { id: world.assetIds[asset]! } }),
      ...(to !== undefined && { toRoom: { id: world.spaceIds[to]! } }),
      fieldValues: fields,
      tasksValueMap: Object.fromEntries(
        Object.entries(wanted).map(([name, answers]) => [String(tasks.id(name)), answers]),
      ),
    })),
  });
  for (const move of makeMoves(world)) {
    const { asked, requester, decided, started, ticked = 0, done, archived } = move;
    const { id, items } = read(await createRequest(act.ago(asked), act.as(requester), bodyOf(move)));
    if (decided) await takeStep(act.ago(decided.days), manager, id, decided.step, { note: decided.note });
    if (started !== undefined) await takeStep(act.ago(started), manager, id, 'start', {});
    for (const [nth, item] of items.entries())
      for (const name of Object.keys(move.items[nth]!.tasks ?? {}))
        if (nth < ticked)
          await editTask(act.ago((started ?? decided!.days) - 0.5), manager, [item.id, tasks.id(name)], {
            done: true,
          });
    if (done !== undefined && !(await takeTogether(act.ago(done), [id], { by: manager })))
      throw new Error(`“${move.description}” cannot take effect`);
    if (archived !== undefined) await takeStep(act.ago(archived), manager, id, 'archive', {});
  }
  // Nobody is written to of what is made up.
  await tx.query('UPDATE move_letter SET due = NULL WHERE organisation_id = $1', [tx.organisation]);
}
