import { launch, mounts, signIn } from './browser.ts';
import type { Dataset } from './dataset.ts';
import { timed, timeFigure, type Figure } from './measure.ts';

const EXCEPTIONS = 2000;
const PAGE = 100;
const LIST = '/mail/items?exception=true&orderBy=id&orderByType=desc';

/** Labels that a hurried hand has written: one letter of a real name is wrong. */
function misspelt(name: string, turn: number): string {
  const at = 1 + (turn % Math.max(1, name.length - 1));
  return `${name.slice(0, at)}x${name.slice(at + 1)}`;
}

/** 2,000 parcels that nobody stands on, among 100,000 people: the list page by page, and who it may be. */
export async function exceptions({ client, owner, organisation }: Dataset): Promise<Figure[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT first_name || ' ' || last_name AS name FROM app_user WHERE organisation_id = $1 ORDER BY id LIMIT $2`,
    [organisation, EXCEPTIONS],
  );
  for (let from = 0; from < EXCEPTIONS; from += 500)
    await client.call(
      'POST',
      '/mail/items/checkin',
      rows.slice(from, from + 500).map(({ name }, at) => ({
        trackingNumber: `EXCEPTION ${from + at}`,
        recipientName: misspelt(name, from + at),
      })),
    );
  await owner.query('ANALYZE mail_item');
  const { count } = JSON.parse((await client.call('GET', '/mail/items/count?exception=true')).text) as {
    count: number;
  };

  const ids: number[] = [];
  const pages: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    ids.length = 0;
    while (ids.length < count) {
      const before = ids.length ? `&beforeId=${ids.at(-1)}` : '';
      const path = `${LIST}&limit=${PAGE}${before}`;
      let found: { id: number }[] = [];
      const took = await timed(async () => {
        found = JSON.parse((await client.call('GET', path)).text) as { id: number }[];
      });
      if (found.length === 0) throw new Error(`${ids.length} of ${count} exceptions were listed`);
      if (round > 0) pages.push(took);
      ids.push(...found.map(({ id }) => id));
    }
  }
  const suggestions: number[] = [];
  for (const id of ids.slice(0, 100))
    suggestions.push(await timed(() => client.call('GET', `/mail/items/${id}/suggestions`)));

  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await signIn(page, client.url);
    const drawn = await mounts(
      page,
      `${client.url}/mail/runs`,
      '/mail/exceptions',
      '[role=grid] [role=row]',
      10,
    );
    return [
      timeFigure(`exceptions, ${PAGE} of ${count}: over HTTP`, pages),
      timeFigure('whom a misspelt label may mean, of 100,000 people', suggestions),
      timeFigure(`exceptions, ${count}: click to painted, data at hand`, drawn),
    ];
  } finally {
    await browser.close();
  }
}
