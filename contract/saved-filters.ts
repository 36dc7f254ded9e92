import { z } from 'zod';
import { epochMs, requiredText, textFilter } from './wire.ts';

/** As an address holds them; how many characters they may have together as JSON. */
export const MAX_FILTERS = 4000;
/** How many filters a person may keep over all views. */
export const MAX_SAVED = 200;
export const MAX_FILTER_NAME = 80;

const single = z.union([z.string(), z.number(), z.boolean()]);
const filters = z
  .record(z.string().max(100), z.union([single, z.array(single).max(100)]))
  .refine((value) => JSON.stringify(value).length <= MAX_FILTERS, 'must not be longer than 4,000 characters');

/** A view's filters under a person's own name for them. */
export const savedFilter = z.object({
  id: z.int(),
  /** The list that they narrow down, as the dashboard calls it: `assets`, `moves`. */
  view: z.string(),
  name: z.string(),
  filters: z.record(z.string(), z.unknown()),
  dateCreated: epochMs,
  dateUpdated: epochMs,
});
export type SavedFilter = z.infer<typeof savedFilter>;

/** Saves under the name, whatever its case, or replaces what is there. */
export const savedFilterSave = z.object({
  view: requiredText(50),
  name: requiredText(MAX_FILTER_NAME).transform((name) => name.trim()),
  filters,
});
export type SavedFilterSave = z.infer<typeof savedFilterSave>;

export const savedFilterQuery = z.object({ view: textFilter(50) });
