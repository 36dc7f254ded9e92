import { launch, mounts, signIn } from './browser.ts';
import type { Dataset } from './dataset.ts';
import { timed, timeFigure, type Figure } from './measure.ts';

const STOPS = 300;
const AT_EACH = 3;

/** A round of 300 stops with three parcels at each: what the server answers, and what a browser draws of it. */
export async function runSheets({ client, owner, organisation }: Dataset): Promise<Figure[]> {
  const { rows: people } = await owner.query<{ id: string }>(
    'SELECT id FROM app_user WHERE organisation_id = $1 ORDER BY id DESC LIMIT 1000',
    [organisation],
  );
  const created = async (path: string, body: unknown) =>
    (JSON.parse((await client.call('POST', path, body)).text) as { id: number }).id;
  const stops: { id: number }[] = [];
  for (let at = 1; at <= STOPS; at += 1)
    stops.push({ id: await created('/mail/mailstops', { name: `Call ${at}` }) });
  const route = await created('/mail/routes', { name: 'Long round', stops });
  for (let turn = 0; turn < AT_EACH; turn += 1)
    await client.call(
      'POST',
      '/mail/items/checkin',
      stops.map((mailStop, at) => ({
        trackingNumber: `ROUND ${turn} ${mailStop.id}`,
        toUser: { id: Number(people[(at * AT_EACH + turn) % people.length]!.id) },
        route: { id: route },
        mailStop,
      })),
    );
  await owner.query('ANALYZE mail_item');

  const times = async (path: string, rounds: number) => {
    const took: number[] = [];
    for (let round = 0; round < rounds + 5; round += 1)
      took.push(await timed(() => client.call('GET', path)));
    return took.slice(5);
  };
  const what = `run sheet, ${STOPS} stops, ${STOPS * AT_EACH} parcels`;
  const sheet = `/mail/routes/${route}/run-sheet`;
  const kilobytes = Math.round((await client.call('GET', sheet)).text.length / 1024);
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await signIn(page, client.url);
    const runs = `${client.url}/mail/runs`;
    const drawn = await mounts(page, runs, `/mail/runs/${route}`, '[data-parcel]', STOPS * AT_EACH);
    return [
      timeFigure(`${what}: over HTTP`, await times(sheet, 50), { more: `${kilobytes} KB` }),
      timeFigure('rounds with what is left on each: over HTTP', await times('/mail/run-sheets', 50)),
      timeFigure(`${what}: click to painted, data at hand`, drawn),
    ];
  } finally {
    await browser.close();
  }
}
