import type { WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { flagLoansOf } from '#server/modules/asset-loans/service.ts';
import { noteAssets, placeAssets } from '#server/modules/assets/service.ts';
import { carryOutParcels } from '#server/modules/mail-desk/service.ts';
import { record } from '#server/modules/move-requests/service.ts';
import { createUser, letManage, placePeople, rehang, takeOut } from '#server/modules/people/service.ts';
import { endBookings } from '#server/modules/space-booking/service.ts';
import * as effects from './effect-repository.ts';
import type { Step } from './step.ts';

type By = { id: number } | undefined;

/** What the fields of the type say of a person, by the names that accounts have for them. */
const detailNames = [
  'phone',
  'extension',
  'mobile',
  'employeeId',
  'jobTitle',
  'department',
  'company',
  'knownAs',
];

async function openAccounts(tx: WriteTx, { requests, newcomers, changes }: Step, by: By) {
  const requestOf = new Map(requests.flatMap((request) => request.items.map(({ key }) => [key, request])));
  for (const { item, firstName, lastName, email, fields, room, manager, costCenter } of newcomers) {
    const { requester, approvedBy } = requestOf.get(item)!;
    const inviter = by?.id ?? approvedBy ?? requester;
    const details = detailNames.flatMap((name) =>
      fields[name]?.trim() ? [[name, fields[name].trim()]] : [],
    );
    const { answer } = await createUser(tx, inviter, {
      ...Object.fromEntries(details),
      firstName,
      lastName,
      email,
      ...(room !== null && { room: { id: room } }),
      ...(manager !== null && { manager: { id: manager } }),
      ...(costCenter !== null && { costCenter: { id: costCenter } }),
    });
    const { id } = JSON.parse(answer) as { id: number };
    const change = changes.get(item)!;
    change.person = { ...change.person!, id };
    await effects.queueInvitation(tx, id, inviter);
  }
}

/** What ends with those who leave; before they are taken out, so that nothing is left to do it otherwise. */
async function handOver(tx: WriteTx, { leavers, bookings, reports, roles }: Step, by: By) {
  for (const { id, name } of leavers) {
    const own = bookings.filter(({ user }) => user === id);
    if (own.length > 0) await endBookings(tx, own, `${name} has left.`, by);
    await flagLoansOf(tx, id, { reason: `${name} has left.`, by: by?.id ?? null });
  }
  await rehang(tx, reports);
  for (const { user, center } of roles) await letManage(tx, user, center);
}

async function moveAssets(tx: WriteTx, { placements, returns, leavers }: Step, by: By) {
  const note = 'Taken along in a move.';
  await placeAssets(
    tx,
    by?.id ?? null,
    placements.map((one) => ({ ...one, note })),
  );
  const names = new Map(leavers.map(({ id, name }) => [id, name]));
  await noteAssets(
    tx,
    by?.id ?? null,
    returns.map(({ asset, owner }) => ({
      asset,
      kind: 'changed',
      note: `To be returned: ${names.get(owner)} has left.`,
    })),
  );
  if (returns.length > 0) await announce(tx, { topic: 'assets', ids: returns.map(({ asset }) => asset) });
}

/**
 * Writes all that was planned in this transaction, keeps it as the outcome and marks the requests as done. @param by none:
 * the clock @throws 409 for what cannot be; then nothing of it may stay
 */
export async function carryOut(tx: WriteTx, step: Step, by: By): Promise<void> {
  const { requests, seats, leavers, reports, roles, changes } = step;
  await carryOutParcels(tx, step.parcels, by);
  await handOver(tx, step, by);
  await placePeople(tx, seats);
  await openAccounts(tx, step, by);
  for (const { id } of leavers) await takeOut(tx, id, by);
  await moveAssets(tx, step, by);
  const ids = requests.map(({ id }) => id);
  await effects.saveOutcomes(tx, [...changes.values()]);
  await effects.markEffected(tx, ids, by?.id);
  for (const id of ids) await record(tx, by, id, [{ kind: 'effected' }]);
  const people = [seats, reports].flatMap((list) => list.map(({ id }) => id));
  const moved = [...new Set([...people, ...roles.map(({ user }) => user)])];
  const rooms = [...changes.values()].flatMap(({ space }) =>
    [space?.before?.id ?? [], space?.after?.id ?? []].flat(),
  );
  const author = by && { by: by.id };
  if (moved.length > 0) await announce(tx, { topic: 'users', ids: moved, ...author });
  if (rooms.length > 0) await announce(tx, { topic: 'places', ids: [...new Set(rooms)], ...author });
}
