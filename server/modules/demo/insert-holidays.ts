import type { WriteTx } from '#server/lib/database.ts';
import { replaceHolidays, seedHours } from '#server/modules/centers/service.ts';

/** Kept at every site, month and day. */
const everywhere = [
  ['01-01', 'New Year'],
  ['12-25', 'Christmas Day'],
  ['12-26', 'Second Day of Christmas'],
] as const;
/** Kept where the company has its seat. */
const atHome = [
  ['04-27', 'King’s Day'],
  ['05-05', 'Liberation Day'],
] as const;

/** Hours for the centers that the demo adds, and holidays of this year and the next at every center. */
export async function insertHolidays(tx: WriteTx, now: Date): Promise<void> {
  await seedHours(tx);
  const year = now.getUTCFullYear();
  const centers = await tx.query<{ id: number; abroad: boolean }>(
    'SELECT id, time_zone IS NOT NULL AS abroad FROM center WHERE organisation_id = $1',
    [tx.organisation],
  );
  for (const { id, abroad } of centers) {
    const days = abroad ? everywhere : [...everywhere, ...atHome];
    const holidays = [year, year + 1].flatMap((of) =>
      days.map(([day, name]) => ({ day: `${of}-${day}`, name })),
    );
    await replaceHolidays(tx, id, holidays);
  }
}
