import type { Dataset } from './dataset.ts';
import { timed, timeFigure, timesOf, type Figure } from './measure.ts';

/** What people type into the palette: names, mistyped names, numbers, spaces, and what nothing is called. */
const typed = [
  'ma',
  'mar',
  'maria',
  'maria gar',
  'kow',
  'kowaslki',
  'space 1',
  'space 199.7',
  'иван',
  '李',
  'e150123',
  'stop b',
  'zzzz',
  'qqq www',
];

/** One search over all kinds of records, among 100,000 people and 100,000 parcels. */
export async function find({ client, owner, organisation }: Dataset): Promise<Figure[]> {
  const { rows } = await owner.query<{ number: string }>(
    `SELECT tracking_number AS number FROM mail_item WHERE organisation_id = $1 AND id % 5003 = 0`,
    [organisation],
  );
  const texts = [...typed, ...rows.map(({ number }) => number)];
  const ask = (text: string) => client.call('GET', `/find?q=${encodeURIComponent(text)}`);
  for (const text of texts) await ask(text);
  const took: { text: string; ms: number }[] = [];
  for (let round = 0; round < 5; round += 1)
    for (const text of texts) took.push({ text, ms: await timed(() => ask(text)) });
  const slowest = typed
    .map((text) => ({ text, p50: timesOf(took.filter((one) => one.text === text).map(({ ms }) => ms)).p50 }))
    .toSorted((a, b) => b.p50 - a.p50);
  return [
    timeFigure(
      'find: over all kinds',
      took.map(({ ms }) => ms),
      { atMost: 50 },
    ),
    {
      what: 'find: slowest text',
      value: slowest[0]!.p50,
      unit: 'ms',
      more: slowest
        .slice(0, 3)
        .map(({ text, p50 }) => `“${text}” ${p50.toFixed(1)}`)
        .join(', '),
    },
  ];
}
