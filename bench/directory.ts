import type { Dataset } from './dataset.ts';
import { timed, timeFigure, timesOf, type Figure } from './measure.ts';

/** What people type into the directory: parts of names in several scripts, ids, spaces, stops, what nobody has. */
const typed = [
  'a',
  'an',
  'mar',
  'maria',
  'ko',
  'son',
  'ов',
  'иван',
  'محمد',
  'נ',
  '李',
  'さ',
  'lu',
  'ø',
  'é',
  'jose',
  'maria gar',
  'an ko',
  'a b',
  'e1',
  'e150',
  'e150123',
  'user9',
  'user99999',
  'stop b',
  'q17',
  'space 1',
  'space 199.7',
  'space 50.1 an',
  'com',
  'example',
  'zzzz',
  'qx',
  'qqq www',
  '%',
  "o'",
  '-',
  '1',
  '龘',
];
const PAGE = 'limit=50&orderBy=name';

/** The directory of 100,000 people as one types, and as one pages through it. */
export async function directory({ client, owner, organisation }: Dataset): Promise<Figure[]> {
  const find = (text: string, more = '') =>
    client.call('GET', `/users?find=${encodeURIComponent(text)}&${PAGE}${more}`);
  const { rows } = await owner.query<{ id: string }>(
    `SELECT id FROM center WHERE organisation_id = $1 AND module = 'mail'`,
    [organisation],
  );
  const held = `&centerId=${rows[0]!.id}&role=ADMINISTRATOR`;
  for (const text of typed) await find(text);

  const samples: { text: string; took: number }[] = [];
  const narrow: number[] = [];
  const first: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    for (const text of typed) samples.push({ text, took: await timed(() => find(text)) });
    narrow.push(await timed(() => find('example', held)));
    first.push(await timed(() => client.call('GET', `/users?${PAGE}`)));
  }
  const slowest = typed
    .map((text) => ({
      text,
      p50: timesOf(samples.filter((sample) => sample.text === text).map(({ took }) => took)).p50,
    }))
    .toSorted((a, b) => b.p50 - a.p50);
  const took = samples.map((sample) => sample.took);
  return [
    timeFigure('directory: 50 people found of 100,000, by name', took, { atMost: 50 }),
    { what: 'directory: 95 of 100 answers within', value: timesOf(took).p95, unit: 'ms', atMost: 50 },
    {
      what: 'directory: slowest search',
      value: slowest[0]!.p50,
      unit: 'ms',
      atMost: 50,
      more: slowest
        .slice(0, 4)
        .map(({ text, p50 }) => `“${text}” ${p50.toFixed(1)}`)
        .join(', '),
    },
    timeFigure('directory: a word that all have, with one role in one center', narrow, { atMost: 50 }),
    timeFigure('directory: first 50 by name', first, { atMost: 50 }),
  ];
}
