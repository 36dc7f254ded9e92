import type { MailAction, StatusCode } from '#contract/mail.ts';
import { isOpen, queueOf } from '#contract/mail-state.ts';
import { AppError, invalid, notFound } from '#server/lib/app-error.ts';
import { may, workers, type Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { checkUntil, changesPending, pendingAfter } from './pending.ts';
import { takenTo, type Parcel, type PendingReason } from './parcel.ts';
import { showItem } from './read-repository.ts';
import { personLine } from './recipient-repository.ts';
import { alreadyDelivered } from './steps.ts';
import { tellOf } from './tell.ts';
import { NOTHING_SAID, addStatuses, loadParcels, saveParcels } from './write-repository.ts';

/** What a recipient may change and lift; what the desk found out (damaged, refused) is not theirs. */
const wishes: readonly (PendingReason | null)[] = ['hold', 'forward', 'recipient-away'];

/** @throws 404 for what is neither the caller's own nor at a desk of theirs, 409 once delivered or put aside */
async function ownParcel(tx: WriteTx, caller: Caller, id: number): Promise<Parcel> {
  const [parcel] = await loadParcels(tx, [id]);
  if (!parcel) throw notFound();
  const own = parcel.toUser === caller.id || parcel.deliverTo === caller.id;
  const desk = may(caller, 'mail', workers, parcel.center);
  if (!own && !desk) throw notFound();
  if (!isOpen(parcel.queue)) throw await alreadyDelivered(tx, { id, prefix: '' });
  if (parcel.queue === 'PENDING' && !desk && !wishes.includes(parcel.pendingReason))
    throw new AppError(409, 'mail.not-a-wish', 'The desk has put this parcel aside. Ask there.');
  return parcel;
}

type Said = { note?: string | null; reason: PendingReason | null };

async function store(tx: WriteTx, caller: Caller, code: StatusCode, after: Parcel, said: Said) {
  await saveParcels(tx, caller.id, [after]);
  const { note, reason } = said;
  const status = { ...NOTHING_SAID, item: after.id, center: after.center, note: note || null, reason };
  await addStatuses(tx, caller.id, code, [status]);
  await tellOf(tx, caller, [after]);
}

/** As the caller may see it: not every recipient is of the desk. */
async function answer(tx: WriteTx, caller: Caller, id: number): Promise<string> {
  return (await showItem(tx, id, { id: caller.id, desk: may(caller, 'mail', workers) }))!;
}

type Wish = Pick<MailAction, 'note' | 'until' | 'forwardTo'> & { reason: 'hold' | 'forward' };

async function wish(tx: WriteTx, caller: Caller, id: number, asked: Wish): Promise<string> {
  const now = await ownParcel(tx, caller, id);
  checkUntil(asked.until, tx.stamp, '');
  // Nobody has it in hand before it is at the other end.
  if (now.queue === 'TRANSFER' || now.bag !== null)
    throw new AppError(
      409,
      'mail.on-its-way',
      'This parcel is on its way to another center. Ask again there.',
    );
  const changes = now.queue !== queueOf('pending') || changesPending(now, asked);
  if (changes || asked.note) {
    const after = { ...takenTo(now, 'PENDING'), ...pendingAfter(now, asked) };
    await store(tx, caller, 'pending', after, asked);
  }
  return answer(tx, caller, id);
}

/**
 * The desk keeps it, until the time if one is said. Answers the parcel as JSON text.
 * @throws 400 for a time that is over, 404, 409 mail.already-delivered or mail.on-its-way
 */
export const hold = (tx: WriteTx, caller: Caller, id: number, said: Omit<Wish, 'reason' | 'forwardTo'>) =>
  wish(tx, caller, id, { ...said, reason: 'hold' });

type Forward = { forwardTo?: string | null; toUser?: { id: number } | null; note?: string | null };
/** The desk sends it on. @throws as `hold`, 400 for a colleague there is not */
export async function forward(tx: WriteTx, caller: Caller, id: number, said: Forward): Promise<string> {
  let { forwardTo } = said;
  if (said.toUser) {
    const person = await personLine(tx, said.toUser.id);
    if (!person) throw invalid('toUser', `names no person of your organisation (id ${said.toUser.id})`);
    forwardTo = forwardTo ? `${person}\n${forwardTo}` : person;
  }
  return wish(tx, caller, id, { forwardTo, note: said.note, reason: 'forward' });
}

/** Takes the wish back: the parcel is checked in again. @throws 404, 409 also for what the desk found out */
export async function release(tx: WriteTx, caller: Caller, id: number, note: string | null | undefined) {
  const now = await ownParcel(tx, caller, id);
  if (now.queue === 'PENDING') {
    const reason = now.pendingReason;
    await store(tx, caller, 'checkin', takenTo(now, 'IN'), { note, reason });
  }
  return answer(tx, caller, id);
}
