import type { z } from 'zod';
import type { assignBody, operatorsBody } from '#contract/service-requests.ts';
import { AppError, invalid } from '#server/lib/app-error.ts';
import { demand, type Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { operatorsOf } from './assign-repository.ts';
import { crew } from './crew.ts';
import { isAssigned, type NewEvent, type Request } from './request.ts';
import { answer, record, workOf } from './tell.ts';
import { loadRequests, removeOperators, setOperators, updateRequests } from './write-repository.ts';

function checkOpen({ id, state }: Request, field: string) {
  if (state === 'completed')
    throw new AppError(409, 'service.closed', `Request ${id} has been completed.`, { field });
  if (state === 'rejected')
    throw new AppError(409, 'service.closed', `Request ${id} has been rejected.`, { field });
}

/** @throws 400 for somebody who is no operator of the center */
async function checkOperators(
  tx: WriteTx,
  requests: readonly Request[],
  users: readonly number[],
  field: string,
) {
  const known = await operatorsOf(tx, users);
  for (const { center } of requests)
    for (const user of users) {
      const found = known.get(user);
      if (!found || !(found.everywhere || found.centers.includes(center)))
        throw invalid(field, `names somebody who is no operator of the center (id ${user})`);
    }
}

const newFor = (request: Request, users: readonly number[]) =>
  users.filter((user) => !request.operators.some((one) => one.user === user && isAssigned(one)));

async function give(
  tx: WriteTx,
  requests: readonly Request[],
  users: readonly number[],
): Promise<NewEvent[]> {
  const given = requests.flatMap((request) =>
    newFor(request, users).map((user) => ({ request: request.id, user, status: 'assigned' as const })),
  );
  await setOperators(tx, given);
  return given.map(({ request, user }) => ({ request, kind: 'assigned', to: user }));
}

/** Gives a request to operators, and takes it from others. JSON text. @throws 400, 403, 404, 409 once it is closed */
export async function changeOperators(
  tx: WriteTx,
  caller: Caller,
  id: number,
  { add = [], remove = [] }: z.output<typeof operatorsBody>,
): Promise<string> {
  const request = await workOf(tx, caller, id);
  checkOpen(request, 'id');
  const [adding, removing] = [add, remove].map((refs) => [...new Set(refs.map((one) => one.id))]) as [
    number[],
    number[],
  ];
  await checkOperators(tx, [request], adding, 'add');
  const gone = request.operators.map(({ user }) => user).filter((user) => removing.includes(user));
  const events: NewEvent[] = gone.map((user) => ({ request: id, kind: 'unassigned', from: user }));
  await removeOperators(tx, id, gone);
  const left = { ...request, operators: request.operators.filter(({ user }) => !gone.includes(user)) };
  events.push(...(await give(tx, [left], adding)));
  if (events.length > 0) {
    await updateRequests(tx, caller.id, [id], {});
    await record(tx, caller, [request], events);
  }
  return answer(tx, caller, id);
}

/** All of these requests to all of those operators, or nothing. @throws 400 and 404 naming the element, 403, 409 */
export async function assignMany(
  tx: WriteTx,
  caller: Caller,
  body: z.output<typeof assignBody>,
): Promise<{ count: number; ids: number[] }> {
  const ids = [...new Set(body.requests.map(({ id }) => id))];
  const requests = await loadRequests(tx, ids);
  for (const [index, { id }] of body.requests.entries()) {
    const field = `requests[${index}]`;
    const request = requests.find((one) => one.id === id);
    if (!request) throw invalid(field, `names no request (id ${id})`);
    demand(caller, 'maintenance', crew, request.center);
    checkOpen(request, field);
  }
  const users = [...new Set(body.operators.map(({ id }) => id))];
  await checkOperators(tx, requests, users, 'operators');
  const events = await give(tx, requests, users);
  const changed = requests.filter(({ id }) => events.some(({ request }) => request === id));
  if (changed.length > 0) {
    const changedIds = changed.map(({ id }) => id);
    await updateRequests(tx, caller.id, changedIds, {});
    await record(tx, caller, changed, events);
  }
  return { count: changed.length, ids: changed.map(({ id }) => id) };
}
