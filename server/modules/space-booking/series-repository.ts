import type { WriteTx } from '#server/lib/database.ts';

export async function insertSeries(
  tx: WriteTx,
  { rule, start, zone }: { rule: string; start: string; zone: string },
): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO booking_series (organisation_id, rule, local_start, time_zone, date_created)
     VALUES ($1, $2, $3, $4, $5) RETURNING id`,
    [tx.organisation, rule, start, zone, tx.stamp],
  );
  return row!.id;
}

/** A series of the same rule, for the bookings that part from it. */
export async function splitSeries(tx: WriteTx, series: number): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO booking_series (organisation_id, rule, local_start, time_zone, date_created)
     SELECT organisation_id, rule, local_start, time_zone, $2 FROM booking_series
     WHERE organisation_id = current_organisation() AND id = $1 RETURNING id`,
    [series, tx.stamp],
  );
  return row!.id;
}
