import { throughput } from './client.ts';
import type { Dataset } from './dataset.ts';
import { timed, timeFigure, timesOf, type Figure } from './measure.ts';

/** What clerks type: first letters, parts of names in several scripts, two words, ids, stops, spaces, nothing known. */
const typed = [
  'a',
  'an',
  'mar',
  'mari',
  'maria',
  'mo',
  'moh',
  'ko',
  'kow',
  'son',
  'ов',
  'иван',
  'محمد',
  'נ',
  '李',
  'さ',
  'łu',
  'ø',
  'é',
  'maria gar',
  'an ko',
  'a b',
  'e1',
  'e150',
  'e150123',
  'user9',
  'user99999',
  'stop b',
  'stop q17',
  'space 1',
  'space 199.7',
  'space 50.1 an',
  'com',
  'example',
  'zzzz',
  'qqq www',
  '%',
  "o'",
  '-',
  '1',
];

async function each<T>(inputs: readonly T[], rounds: number, ask: (input: T) => Promise<unknown>) {
  const samples: { input: T; took: number }[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const input of inputs) samples.push({ input, took: await timed(() => ask(input)) });
  return samples;
}

/** Finding one parcel, and finding people while somebody types. */
export async function searches(dataset: Dataset): Promise<Figure[]> {
  const { client, owner, organisation } = dataset;
  const { rows } = await owner.query<{ id: string; number: string }>(
    `SELECT id, tracking_number AS number FROM mail_item WHERE organisation_id = $1 AND id % 251 = 0`,
    [organisation],
  );
  const one = async ({ id }: { id: string }) => client.call('GET', `/mail/items/${id}`);
  const find = ({ number }: { number: string }) =>
    client.call('GET', `/mail/items?search=${number.slice(5, 13)}`);
  const people = (text: string) =>
    client.call('GET', `/mail/recipients?search=${encodeURIComponent(text)}&limit=12`);

  await each(rows.slice(0, 20), 1, one);
  await each(rows.slice(0, 20), 1, find);
  await each(typed, 1, people);
  const got = await each(rows, 1, one);
  const found = await each(rows, 1, find);
  const met = await each(typed, 10, people);
  const slowest = typed
    .map((text) => ({
      text,
      p50: timesOf(met.filter(({ input }) => input === text).map(({ took }) => took)).p50,
    }))
    .toSorted((a, b) => b.p50 - a.p50);
  const worst = slowest.slice(0, 3).map(({ text, p50 }) => `“${text}” ${p50.toFixed(1)}`);
  const took = (samples: { took: number }[]) => samples.map((sample) => sample.took);
  return [
    timeFigure('get one', took(got)),
    {
      what: 'get one: 16 connections',
      value: await throughput(client, `/mail/items/${rows[0]!.id}`, 16),
      unit: '/s',
    },
    timeFigure('search: 8 characters within a number', took(found)),
    timeFigure('type-ahead over 100,000 people', took(met)),
    { what: 'type-ahead: 95 of 100 answers within', value: timesOf(took(met)).p95, unit: 'ms', atMost: 50 },
    {
      what: 'type-ahead: slowest search',
      value: slowest[0]!.p50,
      unit: 'ms',
      atMost: 50,
      more: worst.join(', '),
    },
  ];
}
