import type { WriteTx } from '#server/lib/database.ts';
import { replaceHolidays, seedHours } from '#server/modules/centers/service.ts';

/** Days that are kept every year where the company sits, month and day. */
const fixed = [
  ['01-01', 'New Year'],
  ['04-27', 'King’s Day'],
  ['05-05', 'Liberation Day'],
  ['12-25', 'Christmas Day'],
  ['12-26', 'Second Day of Christmas'],
] as const;

/** Hours for the centers that the demo adds, and holidays of this year and the next at every center. */
export async function insertHolidays(tx: WriteTx, now: Date): Promise<void> {
  await seedHours(tx);
  const year = now.getUTCFullYear();
  const holidays = [year, year + 1].flatMap((of) =>
    fixed.map(([day, name]) => ({ day: `${of}-${day}`, name })),
  );
  const centers = await tx.query<{ id: number }>('SELECT id FROM center WHERE organisation_id = $1', [
    tx.organisation,
  ]);
  for (const { id } of centers) await replaceHolidays(tx, id, holidays);
}
