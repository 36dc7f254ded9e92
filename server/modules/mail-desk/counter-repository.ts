import type { WriteTx } from '#server/lib/database.ts';

type Counter = 'running_number' | 'bag_number';

/** The next numbers of the organisation, ascending. Writers are serial, so a number is given once. */
async function next(tx: WriteTx, counter: Counter, count: number): Promise<number[]> {
  if (count === 0) return [];
  const [row] = await tx.named<{ last: number }>(
    `mail-counter-${counter}`,
    `INSERT INTO mail_counter AS c (organisation_id, ${counter}) VALUES ($1, $2)
     ON CONFLICT (organisation_id) DO UPDATE SET ${counter} = c.${counter} + $2 RETURNING ${counter} AS last`,
    [tx.organisation, count],
  );
  return Array.from({ length: count }, (_, index) => row!.last - count + 1 + index);
}

export const nextRunningNumbers = (tx: WriteTx, count: number) => next(tx, 'running_number', count);
export const nextBagNumber = async (tx: WriteTx) => (await next(tx, 'bag_number', 1))[0]!;
