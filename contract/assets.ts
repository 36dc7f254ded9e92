import { z } from 'zod';
import { assetModel } from './assets-catalogue.ts';
import { bookedSpace } from './reservations.ts';
import { attachment, userShort } from './users.ts';
import {
  bool,
  choiceFilter,
  epochMs,
  flagFilter,
  id,
  idsFilter,
  instantFilter,
  listQuery,
  ref,
  refOrNone,
  text,
  textFilter,
} from './wire.ts';

const named = z.object({ id: z.int(), name: z.string() });

/** As it was last told: by its holder, by whoever audited it, or by whoever keeps the register. */
export const assetConditions = ['good', 'damaged', 'lost'] as const;
export type AssetCondition = (typeof assetConditions)[number];

/** AST-000123: the code that a label bears when the asset has no local id. */
export const assetCode = (asset: number): string => `AST-${String(asset).padStart(6, '0')}`;
/** Where the QR code of a label leads: the page of the asset. */
export const assetPath = (asset: number): string => `/assets/${asset}`;
const CODE = /^AST[-\s]?0*([1-9]\d{0,14})$/i;
/** Whatever host printed it. */
const ADDRESS = /^(?:https?:\/\/[^/]+)?\/assets\/([1-9]\d{0,14})\/?(?:[?#].*)?$/i;
/** The number behind AST-000123, also written ast123, or behind the address of a label; undefined for anything else. */
export function assetNumberOf(scanned: string): number | undefined {
  const code = scanned.trim();
  const digits = (CODE.exec(code) ?? ADDRESS.exec(code))?.[1];
  return digits === undefined ? undefined : Number(digits);
}
/** What a label prints and a scanner reads. */
export const labelCodeOf = (asset: { id: number; localUID?: string | undefined }): string =>
  asset.localUID?.trim() ? asset.localUID.trim() : assetCode(asset.id);

/**
 * An asset. In a space or with an owner, never both; neither: nobody knows. Attributes that the documents do not
 * name are kept and answered as they were sent.
 */
export const asset = z.looseObject({
  id: z.int(),
  /** Its own, or that of its model. */
  name: z.string(),
  model: assetModel,
  managed: z.boolean(),
  active: z.boolean(),
  boxLength: z.string(),
  titleLocation: z.string(),
  localUID: z.string().optional(),
  serialNumber: z.string().optional(),
  /** Of a removed space nothing is shown. */
  room: bookedSpace.optional(),
  /** Also when they have been removed: they may have it still. */
  owner: userShort.optional(),
  dateCreated: epochMs,
  dateUpdated: epochMs,

  // What the documents do not have.
  condition: z.enum(assetConditions),
  /** The last time somebody had it before their eyes; absent: never. The space is absent when nobody said which. */
  seen: z.object({ at: epochMs, by: named, room: named.optional() }).optional(),
  images: z.array(attachment),
});
export type Asset = z.infer<typeof asset>;

/** An asset where others speak of it: its name and what is written on it. */
export const assetShort = z.object({
  id: z.int(),
  name: z.string(),
  model: named,
  localUID: z.string().optional(),
  serialNumber: z.string().optional(),
  condition: z.enum(assetConditions),
});

/** What can be the same for many. With both a room and an owner the owner counts; setting one drops the other. */
const shared = {
  model: ref.optional(),
  room: refOrNone.optional(),
  owner: refOrNone.optional(),
  managed: bool.optional(),
  active: bool.optional(),
  condition: z.enum(assetConditions).optional(),
};
const own = {
  ...shared,
  name: text(400).nullish(),
  boxLength: text(2000).nullish(),
  titleLocation: text(2000).nullish(),
  localUID: text(200).nullish(),
  serialNumber: text(200).nullish(),
};
/** POST /assets → 201. An id that a client sends along is ignored. */
export const assetCreate = z.looseObject({ ...own, id: z.unknown().optional(), model: ref });
/** PUT /assets/{id}: what is absent stays, null takes away. */
export const assetEdit = z.looseObject({ ...own, id: id.optional() });
export type AssetEdit = z.output<typeof assetEdit>;

/** PUT /assets/{id}/verify: seen in this space; without one in that where it belongs. */
export const verifyBody = z.object({ id: id.optional(), room: refOrNone.optional() }).nullish();

/** Another word than these is no filter. */
const place = z.preprocess(
  (value) =>
    ['room', 'owner', 'nowhere', 'left'].find(
      (known) => known === (Array.isArray(value) ? value.at(-1) : value),
    ),
  z.enum(['room', 'owner', 'nowhere', 'left']).optional(),
);
export const assetQuery = listQuery.extend({
  searchSerialNumber: textFilter(200),
  typeId: idsFilter,
  modelId: idsFilter,
  buildingId: idsFilter,
  floorId: idsFilter,
  roomId: idsFilter,
  /** By the person who has it. */
  owner: idsFilter,
  /** These alone: what has been chosen on a list. */
  assetId: idsFilter,
  condition: choiceFilter(assetConditions),
  active: flagFilter,
  managed: flagFilter,
  /** The caller has it. */
  mine: flagFilter,
  /** In a space, with a person, or neither; left: with somebody who has left, and is to bring it back. */
  placed: place,
  /** Nobody has seen it since this moment, or ever. */
  unseenSince: instantFilter,
});
export type AssetQuery = z.output<typeof assetQuery>;

/** found: no longer lost. */
export const assetEventKinds = [
  'added',
  'changed',
  'placed',
  'seen',
  'confirmed',
  'lost',
  'damaged',
  'not-mine',
  'found',
  'lent',
  'returned',
  'image',
  'image-removed',
  'removed',
  'restored',
] as const;
export type AssetEventKind = (typeof assetEventKinds)[number];

const whereabouts = z.object({ room: named.optional(), owner: named.optional() });
/** A line of an asset's history: people and spaces by the names they have today. */
export const assetEvent = z.object({
  id: z.int(),
  kind: z.enum(assetEventKinds),
  at: epochMs,
  /** Absent: the server by itself. */
  by: named.optional(),
  /** Placed: where it was and where it has been since. Seen: the space is in `to`. Lent, returned: whose it was. */
  from: whereabouts,
  to: whereabouts,
  note: z.string().optional(),
  /** Changed: what, by the names of the attributes. */
  fields: z.array(z.string()),
});
export type AssetEvent = z.infer<typeof assetEvent>;
/** GET /assets/{id}/history: the newest first. */
export const assetHistoryQuery = listQuery
  .pick({ limit: true, startAt: true })
  .extend({ kind: choiceFilter(assetEventKinds) });

/** GET /assets/codes/{code}: exactly this, whatever the case of its letters; [] when no asset bears it. */
export const assetMatches = z.array(
  z.object({
    /** What of it is this code: that on its label, its maker's, or the number that we print. */
    by: z.enum(['localUID', 'serialNumber', 'code']),
    asset,
  }),
);
export type AssetMatch = z.infer<typeof assetMatches>[number];

/** So many assets at once. */
export const MOST_ASSETS = 2000;
const many = z.array(ref).min(1, 'must name an asset').max(MOST_ASSETS);
/** PUT /assets: the same for all of these, or nothing. */
export const assetBulk = z.object({
  assets: many,
  set: z
    .object(shared)
    .refine((set) => Object.values(set).some((value) => value !== undefined), 'must change something'),
});
/** What an asset had of it before. */
const before = z.object({
  id,
  model: ref.optional(),
  room: ref.nullable().optional(),
  owner: ref.nullable().optional(),
  managed: z.boolean().optional(),
  active: z.boolean().optional(),
  condition: z.enum(assetConditions).optional(),
});
export type AssetBefore = z.output<typeof before>;
/** Those that were changed, with what they had before: sent to PUT /assets/undo as it is, that puts it back. */
export const assetBulkDone = z.object({ dateUpdated: epochMs, assets: z.array(before) });
export type AssetBulkDone = z.infer<typeof assetBulkDone>;
/** PUT /assets/undo: all or nothing; 409 when one has been changed since. Answers as PUT /assets does. */
export const assetUndo = z.object({
  dateUpdated: epochMs,
  assets: z.array(before).min(1, 'must name an asset').max(MOST_ASSETS),
});
/** PUT /assets/remove and PUT /assets/restore: all or nothing. */
export const assetMany = z.object({ assets: many });
/** How many of them were not so before. */
export const assetManyDone = z.object({ count: z.int() });
