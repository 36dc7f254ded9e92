import { z } from 'zod';
import type { AssetEdit } from '#contract/assets.ts';
import { newModels, otherColumns, unknownPlaces } from '#contract/imports-assets.ts';
import { text } from '#contract/wire.ts';
import { AppError } from '#server/lib/app-error.ts';
import { parseJson } from '#server/lib/body.ts';
import { ownAttributes } from '#server/modules/assets/service.ts';
import { conditionOf, statusOf } from './asset-words.ts';
import { parseRow, type Problems } from './plan.ts';
import type { SheetRow } from './sheet.ts';
import { wholeNumber, yesOrNo } from './values.ts';

const schema = z.object({
  localUID: text(200).optional(),
  serialNumber: text(200).optional(),
  name: text(400).optional(),
  model: text(400),
  modelNumber: text(400).optional(),
  manufacturer: text(400).optional(),
  type: text(200).optional(),
  ownerEmail: text(400).optional(),
  ownerEmployeeId: text(400).optional(),
  ownerUserName: text(400).optional(),
  ownerName: text(400).optional(),
  building: text(400).optional(),
  floor: text(400).optional(),
  space: text(400).optional(),
  spaceId: wholeNumber.optional(),
  location: text(400).optional(),
  status: text(200).optional(),
  condition: text(200).optional(),
  active: yesOrNo.optional(),
  managed: yesOrNo.optional(),
  boxLength: text(2000).optional(),
  titleLocation: text(2000).optional(),
  attributes: text(200_000).optional(),
  newModels: z.enum(newModels).default('create'),
  unknownPlaces: z.enum(unknownPlaces).default('refuse'),
  otherColumns: z.enum(otherColumns).default('drop'),
});
export type AssetWords = z.output<typeof schema>;
/** A row that can be read; `edit` is what it says of the asset, but for its model and its place. */
export type AssetLine = { row: number; words: AssetWords; edit: AssetEdit };

const own = ['localUID', 'serialNumber', 'name', 'managed', 'boxLength', 'titleLocation'] as const;

/** Condition and use: a column of theirs counts more than the status. */
function standingOf({ row, words }: Pick<AssetLine, 'row' | 'words'>, found: Problems) {
  const { status, condition, active } = words;
  const meant = status === undefined ? undefined : statusOf(status);
  if (status !== undefined && !meant)
    return found.add(
      row,
      'status',
      `“${status}” is no status that is known; write one such as Ready to Deploy, Archived, Damaged or Lost, or leave the column out`,
      { problem: 'unknown' },
    );
  const state = condition === undefined ? meant?.condition : conditionOf(condition);
  if (condition !== undefined && !state) return found.add(row, 'condition', 'must be good, damaged or lost');
  const use = active ?? meant?.active;
  return { ...(state && { condition: state }), ...(use !== undefined && { active: use }) };
}

function attributesOf(
  { row, words }: Pick<AssetLine, 'row' | 'words'>,
  others: Record<string, string>,
  found: Problems,
): Record<string, unknown> | undefined {
  const kept = ownAttributes(Object.keys(others));
  for (const name of Object.keys(others))
    if (!kept.has(name))
      return found.add(
        row,
        undefined,
        `cannot keep the column “${name}”: every asset has an attribute of this name. Map the column, or call it otherwise`,
      );
  if (words.attributes === undefined) return others;
  const wrong = 'must be attributes as JSON such as {"colour":"red"}';
  try {
    const sent = parseJson(Buffer.from(words.attributes));
    if (typeof sent !== 'object' || sent === null || Array.isArray(sent))
      return found.add(row, 'attributes', wrong);
    const names = Object.keys(sent);
    const foreign = names.find((name) => !ownAttributes(names).has(name));
    if (foreign !== undefined)
      return found.add(
        row,
        'attributes',
        `must not have “${foreign}”, which every asset has; give it a column`,
      );
    return { ...others, ...sent };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return found.add(row, 'attributes', wrong);
  }
}

/** Reads each row; what cannot be read is noted. */
export function readAssets(rows: readonly SheetRow[], found: Problems): AssetLine[] {
  return rows.flatMap((sheetRow) => {
    const words = parseRow(schema, sheetRow, found);
    if (!words) return [];
    const { row, others = {} } = sheetRow;
    const standing = standingOf({ row, words }, found);
    const attributes = attributesOf({ row, words }, others, found);
    if (!standing || !attributes) return [];
    const said = Object.fromEntries(
      own.flatMap((name) => (words[name] === undefined ? [] : [[name, words[name]]])),
    );
    return [{ row, words, edit: { ...attributes, ...said, ...standing } }];
  });
}
