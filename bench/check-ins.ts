import { clientOf } from './client.ts';
import type { Dataset } from './dataset.ts';
import { timed, timeFigure, type Figure } from './measure.ts';

const SECONDS = 6;
let serial = 0;
const freshNumber = () => `BENCH ${(serial += 1)} ${Math.random().toString(36).slice(2)}`;

/** Checking in: a trolley in one call, and parcel by parcel by one organisation's writers. */
export async function checkIns({ client, owner, organisation }: Dataset): Promise<Figure[]> {
  const { rows } = await owner.query<{ id: string }>(
    'SELECT id FROM app_user WHERE organisation_id = $1 ORDER BY id DESC LIMIT 1000',
    [organisation],
  );
  const parcel = () => ({
    trackingNumber: freshNumber(),
    toUser: { id: Number(rows[serial % rows.length]!.id) },
  });
  const checkIn = (by: typeof client, count: number) =>
    by.call('POST', '/mail/items/checkin', Array.from({ length: count }, parcel));

  for (let warm = 0; warm < 5; warm += 1) await checkIn(client, 20);
  const batches: number[] = [];
  for (let batch = 0; batch < 20; batch += 1) batches.push(await timed(() => checkIn(client, 200)));

  const perSecond = async (writers: number) => {
    const until = performance.now() + SECONDS * 1000;
    let done = 0;
    await Promise.all(
      Array.from({ length: writers }, async () => {
        const own = clientOf(client.url, client.headers);
        while (performance.now() < until) {
          await checkIn(own, 1);
          done += 1;
        }
      }),
    );
    return done / SECONDS;
  };
  return [
    timeFigure('check-in of 200 in one call', batches),
    { what: 'check-ins of one organisation, 1 writer', value: await perSecond(1), unit: '/s' },
    { what: 'check-ins of one organisation, 16 writers', value: await perSecond(16), unit: '/s' },
  ];
}
