import type { ServiceRequestCreate } from '#contract/service-requests.ts';
import { forbidden, invalid } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { answersTo } from './answers.ts';
import { viewerOf, worksAt } from './crew.ts';
import { earliestRequired } from './promise.ts';
import { findTerms, isThere, replaceAnswers, type Terms } from './reference-repository.ts';
import type { NewEvent } from './request.ts';
import { answer, record } from './tell.ts';
import { insertRequest } from './write-repository.ts';

export const nothing = (field: string, what: string, id: number) =>
  invalid(field, `names no ${what} of your organisation (id ${id})`);

/** @throws 400 naming the attribute */
export async function checkThere(
  tx: Tx,
  body: {
    requester?: { id: number };
    priority?: { id: number };
    room?: { id: number };
    center?: { id: number };
  },
) {
  for (const [field, what] of [
    ['requester', 'person'],
    ['priority', 'priority'],
    ['room', 'space'],
    ['center', 'maintenance center'],
  ] as const) {
    const named = body[field];
    if (named && !(await isThere(tx, field, named.id))) throw nothing(field, what, named.id);
  }
}

/** What the answer says of a date that cannot be kept; {} when it can, or nothing is promised. */
export function warningOf(
  required: number,
  { minutes, earliest }: { minutes: number | null; earliest: Date },
) {
  if (minutes === null || required >= earliest.getTime()) return {};
  return {
    code: 'before-earliest',
    message: `This cannot be done before ${earliest.toISOString()} by what is promised.`,
    earliest: earliest.getTime(),
  };
}

/** @throws 400 for a type that needs an asset, without one */
export function checkAsset({ assetRequired }: Terms, asset: number | null | undefined) {
  if (assetRequired && !asset) throw invalid('asset', 'is required for requests of this type');
}

type Opening = {
  terms: Terms;
  center: number;
  priority: number;
  requester: number;
  room: number;
  /** null: as early as it can be. */
  required: number | null;
  description?: string | null | undefined;
  asset?: { id: number; name?: string | null | undefined } | null | undefined;
  assetStatus?: string | null | undefined;
  answers?: ReadonlyMap<number, string>;
  scheduled?: boolean;
};

/** Opens a request that has been looked at; answers its id. @param caller none: the server by itself */
export async function openRequest(
  tx: WriteTx,
  caller: Pick<Caller, 'id'> | undefined,
  opening: Opening,
): Promise<number> {
  const { terms, center, priority, requester, asset, answers } = opening;
  const promise = await earliestRequired(tx, { type: terms.id, priority, center }, tx.stamp);
  const required = opening.required ?? promise.earliest.getTime();
  const id = await insertRequest(tx, caller?.id ?? null, {
    center_id: center,
    requester_id: requester,
    service_type_id: terms.id,
    priority_id: priority,
    room_id: opening.room,
    asset_id: asset?.id ?? null,
    asset_name: asset?.name ?? null,
    asset_status: opening.assetStatus ?? '',
    description: opening.description ?? '',
    operators_needed: terms.operators,
    date_required: new Date(required),
    warning: JSON.stringify(warningOf(required, promise)),
    approval: terms.approval ? 'awaiting' : null,
    scheduled: opening.scheduled ?? false,
    // A trigger takes it from the priority.
    rank: 0,
  });
  if (answers && answers.size > 0) await replaceAnswers(tx, id, answers);
  const opened: NewEvent = {
    request: id,
    kind: 'opened',
    terms: { type: terms.id, priority, center, minutes: promise.minutes },
  };
  const waits: NewEvent[] = terms.approval ? [{ request: id, kind: 'awaiting' }] : [];
  await record(tx, caller, [{ id, requester, operators: [] }], [opened, ...waits]);
  return id;
}

/**
 * Opens a request. Whoever does not work in its center opens their own, and has no say in urgency and date where the
 * type says so. Answers it as JSON text. @throws 400 naming the attribute, 403
 */
export async function createRequest(
  tx: WriteTx,
  caller: Caller,
  body: ServiceRequestCreate,
): Promise<string> {
  const terms = await findTerms(tx, body.type.id, true);
  if (!terms) throw nothing('type', 'request type', body.type.id);
  const { center } = terms;
  if (center === null) throw invalid('type', 'belongs to no maintenance center: there is none');
  await checkThere(tx, { requester: body.requester, priority: body.priority, room: body.room });
  const staff = worksAt(viewerOf(caller), center);
  if (!staff && body.requester.id !== caller.id)
    throw forbidden('You can ask for yourself only. Whoever works in the center can ask for others.');
  checkAsset(terms, body.asset?.id);
  const id = await openRequest(tx, caller, {
    terms,
    center,
    priority: staff || terms.customerPriority ? body.priority.id : terms.defaultPriority,
    requester: body.requester.id,
    room: body.room.id,
    required: staff || terms.customerDate ? body.dateRequired : null,
    description: body.description,
    asset: body.asset,
    assetStatus: body.assetStatus,
    answers: answersTo(terms.fields, [...(body.fieldValue ?? []), ...(body.valueFields ?? [])]),
  });
  return answer(tx, caller, id);
}
