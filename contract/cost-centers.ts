import { z } from 'zod';
import { epochMs, flagFilter, id, idsFilter, listQuery, ref, refOrNone, requiredText, text } from './wire.ts';

/** How deep a tree of items may be; the roots stand on level 0. */
export const LEVELS = 100;

const dates = { dateCreated: epochMs, dateUpdated: epochMs };
const code = text(200)
  .nullish()
  .transform((value) => (value === null ? '' : value));

/** A kind of cost center, such as Company or Team. The one with the lowest id is the organisation's default. */
export const category = z.object({
  id: z.int(),
  name: z.string(),
  code: z.string(),
  color: z.object({}),
  ...dates,
});
export type Category = z.infer<typeof category>;

/** What the items of a category are called on one level, such as Floor. */
const depthShort = z.object({ id: z.int(), name: z.string(), code: z.string(), level: z.int(), ...dates });
export const depth = depthShort.extend({ category });
export type Depth = z.infer<typeof depth>;

const itemShort = z.object({ id: z.int(), name: z.string(), code: z.string(), ...dates });
/** A cost center. `costCenterParent` is {} at the root; `depth` is what was set, else that of its level. */
export const categoryItem = itemShort.extend({
  depth: depthShort.optional(),
  category,
  costCenterParent: z.union([itemShort, z.strictObject({})]),
});
export type CategoryItem = z.infer<typeof categoryItem>;

/** POST /categories → 200 */
export const categoryCreate = z.object({ name: requiredText(200), code: code.optional() });
/** PUT /categories/{id} */
export const categoryEdit = categoryCreate.partial().extend({ id: id.optional() });
export type CategoryEdit = z.infer<typeof categoryEdit>;

const levelText = z
  .string()
  .regex(/^\d{1,2}$/, 'must be a whole number')
  .transform(Number);
const level = z.union([z.int(), levelText]).pipe(
  z
    .int()
    .min(0)
    .max(LEVELS - 1),
);
/** POST /categories/depth → 200. Without a level: below the deepest of its category. */
export const depthCreate = z.object({
  name: requiredText(200),
  code: code.optional(),
  level: level.optional(),
  category: ref,
});
/** PUT /categories/depths/{id} */
export const depthEdit = depthCreate.partial().extend({ id: id.optional() });
export type DepthEdit = z.infer<typeof depthEdit>;

/**
 * POST /categories/items → 201. `parent` is another word for `costCenterParent`; `position` is the place among
 * the children of the parent, from 0; at their end when absent.
 */
export const itemCreate = z.object({
  name: requiredText(200),
  code: code.optional(),
  category: ref,
  costCenterParent: refOrNone.optional(),
  parent: refOrNone.optional(),
  depth: refOrNone.optional(),
  position: z.int().min(0).optional(),
});
/** PUT /categories/items/{id} */
export const itemEdit = itemCreate.partial().extend({ id: id.optional() });
export type ItemEdit = z.infer<typeof itemEdit>;

export const itemQuery = listQuery.extend({ category: idsFilter, parent: idsFilter, root: flagFilter });
export type ItemQuery = z.output<typeof itemQuery>;

/**
 * GET /categories/{id}/tree: every item of the category, parents before their children and the children of
 * one parent in order; `users` and `rooms` count who and what belongs to the item itself.
 */
export const categoryTree = z.array(
  z.object({
    id: z.int(),
    name: z.string(),
    code: z.string(),
    parent: z.int().optional(),
    level: z.int(),
    depth: z.int().optional(),
    users: z.int(),
    rooms: z.int(),
  }),
);
export type CategoryTree = z.infer<typeof categoryTree>;

const members = z.array(ref).max(500).optional();
/** PUT /categories/items/{id}/users and …/rooms: who or what shall belong to the item from now on, and who not. */
export const memberEdit = z.object({ add: members, remove: members });
export type MemberEdit = z.infer<typeof memberEdit>;

/**
 * Which of them came and went; who or what was added already is not among them. A person has one item of the
 * default category only: `from` is the one that was left for this.
 */
export const memberChange = z.object({
  added: z.array(z.object({ id: z.int(), from: z.int().optional() })),
  removed: z.array(z.int()),
});
export type MemberChange = z.infer<typeof memberChange>;
