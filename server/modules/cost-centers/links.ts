import { invalid } from '#server/lib/app-error.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { knownItems, replaceLinks } from './link-repository.ts';

type Reference = { id: number };

/** What a person may be given: one item of the default category, and items of the others. */
export type CostCenters = {
  costCenter?: Reference | null | undefined;
  costCenters?: Reference[] | null | undefined;
};

const idsOf = (references: Reference[] | null | undefined) => [
  ...new Set((references ?? []).map(({ id }) => id)),
];

/** @throws 400 naming the element that is no item of the organisation, or not `standard` as it should be */
async function checkItems(tx: Tx, references: Reference[], standard?: boolean) {
  const known = await knownItems(tx, idsOf(references));
  for (const [index, { id }] of references.entries()) {
    const found = known.get(id);
    if (found === undefined) throw invalid(`costCenters[${index}]`, 'does not exist');
    if (standard === false && found)
      throw invalid(`costCenters[${index}]`, 'is of the default category: name it as costCenter');
  }
}

/**
 * Writes a person's cost centers as far as they were sent: `costCenter` is the item of the default category,
 * `costCenters` are those of all other categories. The person must exist. @throws 400
 */
export async function setUserCostCenters(tx: WriteTx, user: number, wanted: CostCenters): Promise<void> {
  const { costCenter, costCenters } = wanted;
  if (costCenter) {
    const standard = (await knownItems(tx, [costCenter.id])).get(costCenter.id);
    if (standard === undefined) throw invalid('costCenter', 'does not exist');
    if (!standard) throw invalid('costCenter', 'is not of the default category: name it among costCenters');
  }
  if (costCenters) await checkItems(tx, costCenters, false);
  if (costCenter !== undefined) await replaceLinks(tx, 'user', user, costCenter ? [costCenter.id] : [], true);
  if (costCenters !== undefined) await replaceLinks(tx, 'user', user, idsOf(costCenters), false);
}

/** Makes these, of whatever categories, the cost centers of a space that exists. @throws 400 */
export async function setRoomCostCenters(
  tx: WriteTx,
  room: number,
  costCenters: Reference[] | null,
): Promise<void> {
  await checkItems(tx, costCenters ?? []);
  await replaceLinks(tx, 'room', room, idsOf(costCenters));
}
