import { z } from 'zod';
import { importError } from './imports.ts';
import { movePlace, moveStatusCodes } from './moves.ts';
import { userShort } from './users.ts';
import {
  epochMs,
  flagFilter,
  idsFilter,
  instantFilter,
  listQuery,
  numberFilter,
  ref,
  requiredText,
  text,
  textFilter,
} from './wire.ts';

const named = z.object({ id: z.int(), name: z.string() });

/** A request as a board or a calendar shows it. */
export const moveCard = z.object({
  id: z.int(),
  description: z.string(),
  status: z.enum(moveStatusCodes),
  approved: z.boolean(),
  date: epochMs.optional(),
  requester: userShort,
  items: z.int(),
  people: z.int(),
  /** The first names on it, three at most. */
  names: z.array(z.string()),
  /** The buildings that it leads from and to, three each at most. */
  from: z.array(z.string()),
  to: z.array(z.string()),
  tasks: z.object({ total: z.int(), done: z.int() }),
  conflicts: z.int(),
  failed: z.boolean(),
  effectedAt: epochMs.optional(),
  dateUpdated: epochMs,
});
export type MoveCard = z.infer<typeof moveCard>;
/** GET /move/board: `limit` holds for each status; `counts` are of all. Without archived ones. */
export const moveBoardQuery = z.object({
  search: textFilter(200),
  statusCode: textFilter(100),
  from: instantFilter,
  until: instantFilter,
  mine: flagFilter,
  /** Pending ones that the caller may approve. */
  toApprove: flagFilter,
  buildingId: idsFilter,
  limit: numberFilter(1, 500),
});
export type MoveBoardQuery = z.output<typeof moveBoardQuery>;
export const moveBoard = z.object({
  cards: z.array(moveCard),
  counts: z.record(z.enum(moveStatusCodes), z.int()),
});
export type MoveBoard = z.infer<typeof moveBoard>;

/**
 * GET /move/spaces: spaces that people can sit in, with what is left of them on the date (now without one): who sits
 * there, less those who leave by approved moves until then, and more those who come.
 */
export const moveSpace = z.object({
  ...movePlace.shape,
  type: named,
  /** Absent: nobody has said how many it takes. */
  capacity: z.int().optional(),
  people: z.int(),
  arriving: z.int(),
  leaving: z.int(),
  /** Below zero: too many. Absent without a capacity. */
  left: z.int().optional(),
});
export type MoveSpace = z.infer<typeof moveSpace>;
export const moveSpaceQuery = listQuery.extend({
  buildingId: idsFilter,
  floorId: idsFilter,
  roomId: idsFilter,
  date: instantFilter,
  /** At least so many places left; 1 unless said otherwise, 0 for all. */
  left: numberFilter(0, 100_000),
  /** A request that does not count: the one that is being made. */
  requestId: idsFilter,
});
export type MoveSpaceQuery = z.output<typeof moveSpaceQuery>;

export const moveGroupFields = ['person', 'space', 'building', 'floor', 'type', 'note'] as const;
export type MoveGroupField = (typeof moveGroupFields)[number];
const groupHeaders: Record<MoveGroupField, readonly string[]> = {
  person: ['email', 'emailaddress', 'mail', 'employeeid', 'employee', 'user', 'username', 'name', 'staffid'],
  space: [
    'room',
    'toroom',
    'target',
    'targetspace',
    'to',
    'spacename',
    'roomname',
    'roomnumber',
    'spaceid',
    'code',
  ],
  building: ['buildingname', 'buildingcode', 'tobuilding'],
  floor: ['floorname', 'storey', 'level', 'tofloor'],
  type: ['movetype', 'requesttype'],
  note: ['notes', 'comment', 'comments'],
};
const plain = (header: string) => header.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
/** Which column is probably which field, by its header; each column at most once. */
export function suggestGroupMapping(headers: readonly string[]): Partial<Record<MoveGroupField, number>> {
  const names = headers.map(plain);
  const mapping: Partial<Record<MoveGroupField, number>> = {};
  const taken = new Set<number>();
  for (const own of [true, false])
    for (const name of moveGroupFields) {
      if (mapping[name] !== undefined) continue;
      const at = names.findIndex(
        (header, n) => !taken.has(n) && (own ? header === name : groupHeaders[name].includes(header)),
      );
      if (at === -1) continue;
      mapping[name] = at;
      taken.add(at);
    }
  return mapping;
}

/**
 * POST /move/groups/preview and POST /move/groups: a row a person. Persons go by e-mail, employee id, user name or full
 * name; spaces by name or id, with building and floor where a name is not enough. A row without a space has no target.
 */
export const moveGroupRequest = z.object({
  csv: z.string().min(1, 'must not be empty'),
  mapping: z.partialRecord(z.enum(moveGroupFields), z.int().min(0).max(999)).optional(),
  description: requiredText(100_000),
  date: z.int().min(0).max(253_402_300_799_999).nullish(),
  center: ref.optional(),
  /** Of rows that name none; absent: the first employee move. */
  type: ref.optional(),
  comment: text(100_000).nullish(),
});
export type MoveGroupRequest = z.output<typeof moveGroupRequest>;
/** Nothing has been written; with any error nothing would be. */
export const moveGroupPreview = z.object({
  rows: z.int(),
  columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
  mapping: z.record(z.string(), z.int()),
  /** What the rows without an error say, in their order. */
  items: z.array(
    z.object({
      row: z.int(),
      user: named.extend({ email: z.string() }),
      type: named,
      fromRoom: movePlace.optional(),
      toRoom: movePlace.optional(),
    }),
  ),
  errors: z.array(importError),
});
export type MoveGroupPreview = z.infer<typeof moveGroupPreview>;
