import { z } from 'zod';
import { bool, epochMs, flagFilter, id, idsFilter, listQuery, ref, requiredText, text } from './wire.ts';

const dates = { dateCreated: epochMs, dateUpdated: epochMs };

/** Kind of asset, such as notebooks. */
export const assetType = z.object({
  id: z.int(),
  code: z.string(),
  name: z.string(),
  description: z.string(),
  sortOrder: z.int(),
  /** Offered when something new is added. */
  active: z.boolean(),
  meteringEnabled: z.boolean(),
  unitPriceEnabled: z.boolean(),
  ...dates,
});
export type AssetType = z.infer<typeof assetType>;

/** What a maker sells under one name; many assets are of one model. */
export const assetModel = z.object({
  id: z.int(),
  name: z.string(),
  manufacturer: z.string(),
  modelNumber: z.string(),
  description: z.string(),
  type: assetType,
  ...dates,
});
export type AssetModel = z.infer<typeof assetModel>;

const typeWrite = {
  code: text(100).nullish(),
  description: text(4000).nullish(),
  sortOrder: z.int().min(-2_000_000_000).max(2_000_000_000).optional(),
  active: bool.optional(),
  meteringEnabled: bool.optional(),
  unitPriceEnabled: bool.optional(),
};
export const assetTypeCreate = z.object({ ...typeWrite, name: requiredText(200) });
export const assetTypeEdit = z.object({
  ...typeWrite,
  id: id.optional(),
  name: requiredText(200).optional(),
});

const modelWrite = {
  manufacturer: text(400).nullish(),
  modelNumber: text(400).nullish(),
  description: text(4000).nullish(),
};
export const assetModelCreate = z.object({ ...modelWrite, name: requiredText(400), type: ref });
export const assetModelEdit = z.object({
  ...modelWrite,
  id: id.optional(),
  name: requiredText(400).optional(),
  type: ref.optional(),
});

export const assetTypeQuery = listQuery.extend({ active: flagFilter });
/** Searched by name, maker and model number. */
export const assetModelQuery = listQuery.extend({ typeId: idsFilter });
export type AssetModelQuery = z.output<typeof assetModelQuery>;
