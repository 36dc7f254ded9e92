import { expect, test } from 'vitest';
import { API, testServer } from '../test/app.ts';
import { defaultCategory, furnish, make, send, type Kind, type Site } from '../test/records.ts';
import { before, forgiven, pathIds } from '../test/route-ids.ts';
import { isAddressed, kindAt, routePlaces, type RoutePlaces } from '../test/route-places.ts';
import { idsOfBody, withValue, type Place } from '../test/schema-ids.ts';

// Every route is called by the site administrator of one organisation with the ids of another: in the path, in
// the query, in the body. The routes and the places of ids in them come from the app itself.

/** Stands in every text of the other organisation. */
const WORD = 'Zwiastun';
/** Its ids lie where nobody else's do, so that they are known wherever they turn up. */
const FIRST_ID = 770_000_000_000;
const foreign = /zwiastun|77\d{10}/i;

const server = await testServer();
const { owner } = server;
async function register(word: string): Promise<Site> {
  const admin = await server.register(word);
  const { rows } = await owner.query<{ organisation: number }>(
    'SELECT organisation_id AS organisation FROM app_user WHERE id = $1',
    [admin.id],
  );
  return { server, admin, organisation: rows[0]!.organisation, word };
}
async function startIdsAt(firstId: number) {
  const { rows } = await owner.query<{ name: string }>(
    'SELECT sequencename AS name FROM pg_sequences WHERE schemaname = current_schema()',
  );
  for (const [n, { name }] of rows.entries())
    await owner.query(`ALTER SEQUENCE ${name} RESTART WITH ${firstId + n * 1_000_000}`);
}
const { rows: tables } = await owner.query<{ name: string; named: boolean }>(
  `SELECT table_name AS name, bool_or(column_name = 'name' AND is_generated = 'NEVER') AS named
   FROM information_schema.columns WHERE table_schema = current_schema()
   GROUP BY 1 HAVING bool_or(column_name = 'organisation_id')`,
);

await startIdsAt(FIRST_ID);
const there = await register(WORD);
// Past the triggers: the log of all these changes would be long.
await owner.query(`BEGIN; SET LOCAL session_replication_role = replica;
  DELETE FROM state WHERE organisation_id = ${there.organisation} AND country_id NOT IN
    (SELECT country_id FROM state WHERE organisation_id = ${there.organisation} LIMIT 1);
  ${tables
    .filter(({ named }) => named)
    .map(
      ({ name }) =>
        `UPDATE ${name} SET name = '${WORD} ' || name WHERE organisation_id = ${there.organisation};`,
    )
    .join('\n')} COMMIT`);
const theirs = await furnish(there);
const { code: collectCode } = await send<{ code: string }>(there, 'GET', '/mail/collect-code');

await startIdsAt(1);
const here = await register('Ours');
const known = new Map<Kind, Promise<number>>([['category', defaultCategory(here)]]);
/** A record of one's own that lasts: it is referred to, and read, but never written to by its address. */
function own(kind: Kind): Promise<number> {
  const record = known.get(kind) ?? make(here, kind);
  known.set(kind, record);
  return record;
}

/** A digest of all rows of the other organisation, by table. */
async function everythingOfTheirs() {
  const digests = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, md5(string_agg(t::text, ' ' ORDER BY t::text)) AS digest
       FROM ${name} t WHERE organisation_id = ${there.organisation}`,
  );
  return (await owner.query(digests.join(' UNION ALL '))).rows;
}
const untouched = await everythingOfTheirs();

type Target = { address: string; addressed?: number; records: Partial<Record<Kind, number>> };
/** The route's address with records of one's own, or with `id` for the parameter that ends at `upTo`. */
async function targetOf(route: RoutePlaces, swap?: { upTo: string; id: number }): Promise<Target> {
  const target: Target = { address: route.url, records: {} };
  const fresh = (kind: Kind) => make(here, kind);
  const step = (method: string, path: string, body?: unknown) => send(here, method, path, body);
  const prepare = async (id: number) =>
    Object.assign(target.records, await before[route.name]?.({ id, own, make: fresh, send: step }));
  if (route.parts.length === 0) await prepare(0);
  for (const { part, upTo } of route.parts) {
    const meaning = pathIds[upTo]!;
    let value: number | string;
    if (typeof meaning === 'object') value = meaning.as;
    else if (swap?.upTo === upTo) value = swap.id;
    else {
      // What is written to may be gone or changed by that.
      const id = (value = await (route.method === 'GET' ? own(meaning) : fresh(meaning)));
      await prepare(id);
      target.addressed = id;
    }
    target.address = target.address.replace(part, String(value));
  }
  return target;
}

let serial = 0;
async function call(route: RoutePlaces, target: Target, swap?: { place: Place; id: number }) {
  let body: unknown;
  if (route.example !== undefined) {
    body = JSON.parse(route.example.replaceAll('#', () => String((serial += 1))));
    for (const place of idsOfBody(body)) {
      const kind = kindAt(route, place)!;
      body = withValue(body, place, target.records[kind] ?? (await own(kind)));
    }
    if (swap) body = withValue(body, swap.place, swap.id);
  }
  const { statusCode, headers, payload } = await server.app.inject({
    method: route.method as 'GET',
    url: target.address,
    headers: { 'x-auth-username': here.admin.email, 'x-auth-password': here.admin.password },
    ...(body !== undefined && { payload: body as object }),
  });
  return { status: statusCode, text: JSON.stringify(headers) + payload, payload };
}
type Answer = Awaited<ReturnType<typeof call>>;

/** A refusal may repeat the id that was sent, and nothing else of theirs. */
function expectNothingOfTheirs({ status, text }: Answer, sent: number | string = '') {
  expect(status >= 400 && sent !== '' ? text.replaceAll(String(sent), '') : text).not.toMatch(foreign);
}
function refusalOf({ status, payload }: Answer) {
  if (status < 400) return { status };
  const { error } = JSON.parse(payload) as { error: { code: string; field?: string } };
  return { status, code: error.code, field: error.field };
}
const refused = expect.toSatisfy((status: number) => status >= 400 && status < 500, 'a status of 4xx');
const noFailure = expect.toSatisfy((status: number) => status < 500, 'no status of 5xx');

const routes = routePlaces(server.app, API);

test('it is said of every id what it stands for', () => {
  const unexplained = routes.flatMap((route) => [
    ...route.parts.filter(({ upTo }) => !pathIds[upTo]).map(({ upTo }) => `pathIds: ${upTo}`),
    ...[...route.idQueries.map((name): Place => [name]), ...route.places]
      .filter((place) => !kindAt(route, place))
      .map((place) => `namedIds, or idsAt: ${place.join('.')} of ${route.name}`),
  ]);
  expect(unexplained).toEqual([]);
});

test.each(routes.map((route) => [`${route.method} ${route.url}`, route] as const))('%s', async (_, route) => {
  for (const { upTo } of route.parts) {
    const kind = pathIds[upTo]!;
    if (typeof kind === 'object') continue;
    const answer = await call(route, await targetOf(route, { upTo, id: theirs[kind] }));
    expect([upTo, answer.status, answer.payload]).toEqual([upTo, 404, expect.anything()]);
    expectNothingOfTheirs(answer, theirs[kind]);
  }

  const target = await targetOf(route);
  const asked = [
    ...route.idQueries.map((name) => [name, theirs[kindAt(route, [name])!]] as const),
    ...route.queries.map((name) => [name, name === 'code' ? collectCode : WORD] as const),
  ];
  for (const [name, value] of asked) {
    const answer = await call(route, { ...target, address: `${target.address}?${name}=${value}` });
    expect([name, answer.status]).toEqual([name, noFailure]);
    expectNothingOfTheirs(answer, value);
  }

  for (const place of route.places) {
    const kind = kindAt(route, place)!;
    const onTheirs = await call(route, await targetOf(route), { place, id: theirs[kind] });
    expectNothingOfTheirs(onTheirs, theirs[kind]);
    if (forgiven[route.name] === place[0]) continue;
    expect([place, onTheirs.status]).toEqual([place, refused]);
    // It is refused for whose it is: with a record of one's own the call gets further.
    const mine = await targetOf(route);
    const id = isAddressed(route, place) ? mine.addressed! : (mine.records[kind] ?? (await own(kind)));
    const onOurs = await call(route, mine, { place, id });
    expectNothingOfTheirs(onOurs);
    expect([place, refusalOf(onOurs)]).not.toEqual([place, refusalOf(onTheirs)]);
  }

  expectNothingOfTheirs(await call(route, await targetOf(route)));
  if (route.method !== 'GET') expect(await everythingOfTheirs()).toEqual(untouched);
});

test('nothing of the other organisation has changed, and it is all still there for its own people', async () => {
  expect(await everythingOfTheirs()).toEqual(untouched);
  expect(JSON.stringify(await send(there, 'GET', '/users'))).toMatch(foreign);
});
