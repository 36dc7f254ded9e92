import type { MoveChecklistQuery, MoveItemTaskEdit, MoveTaskRequest } from '#contract/moves-work.ts';
import { AppError, forbidden, invalid, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database, Tx, WriteTx } from '#server/lib/database.ts';
import {
  mostUsualPriority,
  openServiceRequest,
  seesServiceRequest,
} from '#server/modules/service-requests/service.ts';
import { mayWork, viewerOf } from './rights.ts';
import { record, seenBy } from './tell.ts';
import { countTasks, listTasks, loadTask, saveTask, showTask, type TaskOfItem } from './task-repository.ts';
import { updateRequest } from './write-repository.ts';

const DAY = 86_400_000;

export const listChecklist = (db: Database, caller: Caller, query: MoveChecklistQuery): Promise<string> =>
  db.read(caller.organisation, (tx) => listTasks(tx, query, viewerOf(caller)));
export const countChecklist = (db: Database, caller: Caller, query: MoveChecklistQuery): Promise<number> =>
  db.read(caller.organisation, (tx) => countTasks(tx, query, viewerOf(caller)));

/** A task that the caller may work on. @throws 403, 404 */
async function taskOf(tx: Tx, caller: Caller, item: number, task: number): Promise<TaskOfItem> {
  const found = await loadTask(tx, item, task);
  if (!found) throw notFound();
  const request = await seenBy(tx, caller, found.request);
  if (!mayWork(caller, request)) throw forbidden('Those who work in the move center do the tasks of moves.');
  return found;
}

/**
 * Ticks a line of an item's checklist, or takes the tick away; ties it to a service request. A task that the item does
 * not ask for joins its list thereby. Answers the line as JSON text. @throws 400, 403, 404
 */
export async function editTask(
  tx: WriteTx,
  caller: Caller,
  at: readonly [item: number, task: number],
  { done, note, serviceRequest }: MoveItemTaskEdit,
): Promise<string> {
  const before = await taskOf(tx, caller, ...at);
  if (serviceRequest && !(await seesServiceRequest(tx, caller, serviceRequest.id)))
    throw invalid('serviceRequest', `names no service request that you see (id ${serviceRequest.id})`);
  await saveTask(tx, caller.id, at, {
    done,
    note: note === null ? '' : note,
    serviceRequest: serviceRequest === undefined ? undefined : (serviceRequest?.id ?? null),
  });
  await updateRequest(tx, caller.id, before.request, undefined, {});
  const kind = done ? ('task-done' as const) : ('task-open' as const);
  const said =
    done === undefined || done === before.done ? [] : [{ kind, note: `${before.task}: ${before.item}` }];
  await record(tx, caller, before.request, said);
  return showTask(tx, ...at);
}

/**
 * Makes a service request from a task, for the caller; when it is completed, so is the task. Answers the line as JSON
 * text. @throws 400 naming what it lacks, 403, 404, 409 when there is one already
 */
export async function requestFromTask(
  tx: WriteTx,
  caller: Caller,
  at: readonly [item: number, task: number],
  wish: MoveTaskRequest,
): Promise<string> {
  const task = await taskOf(tx, caller, ...at);
  if (task.serviceRequest !== null)
    throw new AppError(409, 'move.task-requested', 'A service request has been made from this task already.');
  const type = wish.type?.id ?? task.serviceType;
  if (type === null) throw invalid('type', 'is required: the settings do not say what this task asks for');
  const room = wish.room?.id ?? task.toRoom ?? task.fromRoom;
  if (room === null) throw invalid('room', 'is required: this item has no space');
  const priority = wish.priority?.id ?? (await mostUsualPriority(tx, type));
  if (priority === undefined) throw invalid('type', `names no type of service request (id ${type})`);
  const date = wish.dateRequired ?? Math.max(task.date ?? 0, tx.stamp.getTime() + DAY);
  const description =
    wish.description || [`${task.task} for the move of ${task.item}`, task.answers].join('\n').trim();
  const made = await openServiceRequest(tx, caller, {
    dateRequired: date,
    requester: { id: caller.id },
    type: { id: type },
    priority: { id: priority },
    room: { id: room },
    description: description.slice(0, 20_000),
  });
  const { id } = JSON.parse(made) as { id: number };
  await saveTask(tx, caller.id, at, { serviceRequest: id });
  await updateRequest(tx, caller.id, task.request, undefined, {});
  await record(tx, caller, task.request, []);
  return showTask(tx, ...at);
}
