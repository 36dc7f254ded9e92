import pg from 'pg';
import { mailQuery } from '#contract/mail.ts';
import type { Tx } from '#server/lib/database.ts';
import { listItems } from '#server/modules/mail-desk/read-repository.ts';
import { throughput } from './client.ts';
import type { Dataset } from './dataset.ts';
import { byTurns, timeFigure, timesOf, type Figure } from './measure.ts';

const TURNS = 300;

type Statement = { name?: string; text: string; values?: unknown[] };

/** What the list says to PostgreSQL, in order, found by listening. */
async function statementsOf({ owner, organisation, admin }: Dataset, query: Record<string, string>) {
  const said: Statement[] = [];
  const run = async <Row extends object>(statement: Statement) => {
    said.push(statement);
    return (await owner.query<Row>(statement)).rows.map(
      (row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [key, key === 'id' ? Number(value) : value]),
        ) as Row,
    );
  };
  const tx: Tx = {
    organisation,
    query: (text, values) => run({ text, ...(values && { values }) }),
    named: (name, text, values) => run({ name, text, ...(values && { values }) }),
  };
  await listItems(tx, mailQuery.parse(query), { id: admin, desk: true });
  return said;
}

const pages: [string, Record<string, string>][] = [
  ['newest 50 checked in', { queue: 'IN', orderBy: 'id', orderByType: 'desc' }],
  ['newest 50 delivered', { queue: 'OUT', orderBy: 'id', orderByType: 'desc' }],
  ['first 50 of all', {}],
  ['50 of one courier, by recipient', { courierId: '1', orderBy: 'toUser.name' }],
];

/** Lists of 50 with everything nested in them, against the same SQL without a server around it. */
export async function lists(dataset: Dataset): Promise<Figure[]> {
  const { client, options, organisation, owner } = dataset;
  const { rows } = await owner.query('SELECT min(id) AS id FROM courier WHERE organisation_id = $1', [
    organisation,
  ]);
  pages[3]![1].courierId = String((rows[0] as { id: string }).id);
  const raw = new pg.Client({ ...options, options: '-c role=atrium_app' });
  await raw.connect();
  const figures: Figure[] = [];
  for (const [what, query] of pages) {
    const statements = await statementsOf(dataset, query);
    const path = `/mail/items?${new URLSearchParams(query)}`;
    const ask = () => client.call('GET', path);
    // With the transaction that binds it to the organisation, as the server sends it.
    const same = async () => {
      await raw.query(`BEGIN READ ONLY; SET LOCAL app.organisation_id = '${organisation}'`);
      for (const statement of statements) await raw.query(statement);
      await raw.query('COMMIT');
    };
    const [served, bare] = (await byTurns(TURNS, [ask, same])) as [number[], number[]];
    const kilobytes = Math.round((await ask()).text.length / 1024);
    figures.push(
      timeFigure(`list: ${what}, over HTTP`, served, { more: `${spread(served)}; ${kilobytes} KB` }),
      timeFigure(`list: ${what}, SQL alone`, bare, { more: spread(bare) }),
      {
        what: `list: ${what}, ratio`,
        value: timesOf(served).p50 / timesOf(bare).p50,
        unit: '×',
        atMost: 1.5,
      },
    );
  }
  await raw.end();
  const newest = `/mail/items?${new URLSearchParams(pages[0]![1])}`;
  figures.push({ what: 'list: 16 connections', value: await throughput(client, newest, 16), unit: '/s' });
  return figures;
}

const spread = (samples: number[]) => `p95 ${timesOf(samples).p95.toFixed(1)}`;
