import { assetCode, assetQuery, type Asset } from '#contract/assets.ts';
import { findKinds, type FindKind, type FindQuery, type FindResult } from '#contract/find.ts';
import { mailQuery, type MailItem } from '#contract/mail.ts';
import { moveRequestQuery, type MoveRequest } from '#contract/moves.ts';
import { serviceRequestQuery, type ServiceRequest } from '#contract/service-requests.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database, Tx } from '#server/lib/database.ts';
import { glimpse } from '#server/lib/glance.ts';
import { assetsByCode, assetsFor, renderAssets } from '#server/modules/assets/service.ts';
import { codesFor, parcelsFor } from '#server/modules/mail-desk/service.ts';
import { movesFor } from '#server/modules/move-requests/service.ts';
import { serviceRequestsFor } from '#server/modules/service-requests/service.ts';
import { findPeople, findSpaces, onePerson, peopleLike, spacesLike } from './repository.ts';

/** A shorter word looks like too many others. */
const LIKENESS = 4;
const told = (...parts: (string | undefined)[]): string[] => parts.filter((part) => !!part) as string[];

const ofAsset = ({ id, name, model, localUID, serialNumber, owner, room }: Asset): FindResult => ({
  kind: 'asset',
  id,
  title: name,
  parts: told(
    localUID || assetCode(id),
    serialNumber,
    model.name === name ? undefined : model.name,
    owner?.name ?? room?.name,
  ),
});
const ofParcel = (item: MailItem): FindResult => ({
  kind: 'parcel',
  id: item.id,
  title: item.trackingNumber ?? item.runningNumber ?? `#${item.id}`,
  parts: told((item.deliverTo ?? item.toUser)?.name ?? item.recipientName, item.sender),
  state: item.currentQueue,
});
const ofRequest = ({ id, type, description, requester, room, state }: ServiceRequest): FindResult => ({
  kind: 'request',
  id,
  title: `#${id} ${type.name}`,
  parts: told(description.slice(0, 200), requester.name, room.name),
  state,
});
const ofMove = ({ id, description, items, status, requester }: MoveRequest): FindResult => ({
  kind: 'move',
  id,
  title: `#${id} ${description || (items[0]?.name ?? '')}`.trim(),
  parts: told(status.name, requester.name),
});

/** How each kind is found: by the search of its own list, under the rights of that list. */
const finders: Record<
  FindKind,
  (tx: Tx, caller: Caller, text: string, limit: number) => Promise<FindResult[]>
> = {
  person: async (tx, _caller, text, limit) => {
    const found = await findPeople(tx, text, limit);
    return found.length > 0 || [...text].length < LIKENESS ? found : peopleLike(tx, text, limit);
  },
  space: async (tx, _caller, text, limit) => {
    const found = await findSpaces(tx, text, limit);
    return found.length > 0 || [...text].length < LIKENESS ? found : spacesLike(tx, text, limit);
  },
  asset: async (tx, caller, search, limit) => {
    const query = assetQuery.parse({ search, limit: String(limit) });
    return (JSON.parse(await assetsFor(tx, caller, query)) as Asset[]).map(ofAsset);
  },
  parcel: async (tx, caller, search, limit) => {
    const query = mailQuery.parse({ search, limit: String(limit), orderByType: 'desc' });
    return (JSON.parse(await parcelsFor(tx, caller, query)) as MailItem[]).map(ofParcel);
  },
  request: async (tx, caller, search, limit) => {
    const query = serviceRequestQuery.parse({ search, limit: String(limit), orderByType: 'desc' });
    return (JSON.parse(await serviceRequestsFor(tx, caller, query)) as ServiceRequest[]).map(ofRequest);
  },
  move: async (tx, caller, search, limit) => {
    const query = moveRequestQuery.parse({ search, limit: String(limit), orderByType: 'desc' });
    return (JSON.parse(await movesFor(tx, caller, query)) as MoveRequest[]).map(ofMove);
  },
};

/** What bears the text as its code. */
async function bearing(tx: Tx, caller: Caller, code: string): Promise<FindResult[]> {
  const found: FindResult[] = [];
  for (const { kind, id, json } of await codesFor(tx, caller, code)) {
    if (kind === 'item') found.push(ofParcel(JSON.parse(json!) as MailItem));
    else if (kind === 'collect' || kind === 'badge') found.push(...(await onePerson(tx, id)));
  }
  const assets = (await assetsByCode(tx, code)).map(({ id }) => id);
  if (assets.length > 0)
    for (const json of (await renderAssets(tx, assets)).values())
      found.push(ofAsset(JSON.parse(json) as Asset));
  return found.map((one) => ({ ...one, exact: true as const }));
}

/**
 * What is asked one after the other, beside what else is. Three answers at once take about as long as the longest of them;
 * six would take connections from everybody else at each pause in typing.
 */
const lanes = [['person', 'space', 'parcel'], ['asset'], ['request', 'move']] as const;

/** The records that a text names, best first, as far as the caller may see them. */
export const findRecords = async (db: Database, caller: Caller, query: FindQuery): Promise<FindResult[]> => {
  const text = query.q?.trim() ?? '';
  if (text === '') return [];
  const kinds = query.kinds ?? findKinds;
  const within = async (tx: Tx, lane: readonly FindKind[]) => {
    const found: FindResult[] = [];
    for (const kind of lane)
      if (kinds.includes(kind)) found.push(...(await finders[kind](tx, caller, text, query.limit)));
    return found;
  };
  const read = <T>(work: (tx: Tx) => Promise<T>) => glimpse(db, caller.organisation, work);
  const [[exact, ...first], ...others] = await Promise.all([
    read(async (tx) => [await bearing(tx, caller, text), await within(tx, lanes[0])] as const),
    read((tx) => within(tx, lanes[1])),
    read((tx) => within(tx, lanes[2])),
  ]);
  const coded = exact.filter(({ kind }) => kinds.includes(kind));
  const known = new Set(coded.map(({ kind, id }) => `${kind} ${id}`));
  const found = [...first, ...others].flat().filter(({ kind, id }) => !known.has(`${kind} ${id}`));
  return [...coded, ...findKinds.flatMap((kind) => found.filter((one) => one.kind === kind))];
};
