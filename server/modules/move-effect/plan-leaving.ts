import type { Tx } from '#server/lib/database.ts';
import { loansOf } from '#server/modules/asset-loans/service.ts';
import { awaitingRequests } from '#server/modules/service-requests/service.ts';
import { awaitingBookings, bookingsBeyond } from '#server/modules/space-booking/service.ts';
import { awaitingMoves, managedBy, reportsOf } from './people-repository.ts';
import type { Facts } from './plan-step.ts';
import type { Leaver, Step } from './step.ts';

/** Bookings, loans, reports and decisions of those who leave. */
export async function planLeaving(tx: Tx, step: Step, { moment }: Facts): Promise<void> {
  if (step.leavers.length === 0) return;
  const leavers = new Map(step.leavers.map((one) => [one.id, one]));
  const ids = [...leavers.keys()];
  const changeOf = (id: number) => step.changes.get(leavers.get(id)!.item)!;
  for (const { id } of step.leavers) changeOf(id).account = 'deactivated';

  step.bookings = await bookingsBeyond(tx, ids, moment);
  for (const { user, state, ...booking } of step.bookings)
    changeOf(user).bookings.push({ ...booking, how: state === 'booked' ? 'cancelled' : 'ended' });

  for (const { id } of step.leavers)
    for (const loan of await loansOf(tx, id))
      if (loan.state === 'out')
        changeOf(id).loans.push({
          id: loan.id,
          asset: { id: loan.asset, name: loan.assetName },
          dueDate: loan.dueDate,
        });

  for (const { manager: left, ...report } of await reportsOf(tx, ids)) {
    const { manager } = leavers.get(left)!;
    changeOf(left).reports.push({ ...report, manager });
    step.reports.push({ id: report.id, manager: manager?.id ?? null });
  }
  await planApprovals(tx, step, leavers);
}

/** Centers decide by their managers: where something waits that the leaver could decide, who takes over becomes one. */
async function planApprovals(tx: Tx, step: Step, leavers: ReadonlyMap<number, Leaver>) {
  const managed = await managedBy(tx, [...leavers.keys()]);
  if (managed.length === 0) return;
  const centers = [...new Set(managed.map(({ center }) => center.id))];
  const counts = [
    ...(await awaitingBookings(tx, centers)),
    ...(await awaitingRequests(tx, centers)),
    ...(await awaitingMoves(
      tx,
      centers,
      step.requests.map(({ id }) => id),
    )),
  ];
  const waiting = new Map(counts.map((one) => [one.center, one.waiting]));
  for (const { person, center } of managed) {
    const count = waiting.get(center.id);
    if (count === undefined) continue;
    const { item, heir } = leavers.get(person)!;
    step.changes.get(item)!.approvals.push({ center, waiting: count, to: heir });
    if (heir) step.roles.push({ user: heir.id, center: center.id });
  }
}
