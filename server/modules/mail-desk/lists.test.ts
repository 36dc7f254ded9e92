import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { queues, type MailItem } from '#contract/mail.ts';
import type { TestUser } from '../../../test/app.ts';
import { mailDesk } from '../../../test/mail-desk.ts';
import { orderables } from './item-order.ts';

const desk = mailDesk();
const read = async <T>(path: string, by: TestUser = desk.clerk): Promise<T> => {
  const answer = await by.call('GET', path);
  if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}: ${answer.body}`);
  return answer.json<T>();
};
const list = (query = '', by?: TestUser) => read<MailItem[]>(`/mail/items${query}`, by);
const ids = async (query = '', by?: TestUser) => (await list(query, by)).map(({ id }) => id);
const countOf = async (path: string, by?: TestUser) => (await read<{ count: number }>(path, by)).count;

let items: MailItem[];
const places: Record<string, number> = {};
/** Forty parcels that differ in everything a list filters and orders by, with ties and gaps. */
beforeAll(async () => {
  places.stop = await desk.insert('mail_stop', { name: 'Stop' });
  places.route = await desk.insert('mail_route', { name: 'Round' });
  places.location = await desk.insert('mail_location', { name: 'Rack' });
  const types = await read<{ id: number }[]>('/mail/packageTypes');
  const { couriers } = await read<{ couriers: { id: number }[] }>('/mail/desk');
  const scanned = await desk.scanAll(
    Array.from({ length: 40 }, (_, n) => ({
      trackingNumber: n % 5 ? `Łódź-${String(n).padStart(3, '0')}_%${n}` : undefined,
      itemType: (['INBOUND', 'OUTBOUND', 'INTEROFFICE'] as const)[n % 3],
      toUser: n % 4 === 0 ? undefined : { id: [desk.employee, desk.clerk, desk.manager][n % 3]!.id },
      recipientName: `Recipient ${n % 7}`,
      ...(n % 2 && { route: { id: places.route }, mailStop: { id: places.stop } }),
      ...(n % 3 && { location: { id: places.location } }),
      ...(n % 6 && { packageType: { id: types[n % 3]!.id } }),
      courier: { id: couriers[n % 2]!.id },
    })),
  );
  const steps = [undefined, 'pending', 'transfer', 'checkout', 'deliver'];
  for (const [n, { id }] of scanned.entries()) {
    const step = steps[n % 5];
    if (step) await desk.step(id, step);
  }
  items = await list('?limit=500');
});

describe('filters', () => {
  type Filter = [name: string, query: () => string, holds: (item: MailItem) => boolean];
  const filters: Filter[] = [
    ['a queue', () => 'queue=IN', (item) => item.currentQueue === 'IN'],
    ['queues', () => 'queue=IN,OUT', (item) => ['IN', 'OUT'].includes(item.currentQueue)],
    ['a center', () => `centerId=${desk.center}`, () => true],
    ['another center', () => `centerId=${desk.farCenter}`, () => false],
    ['a route', () => `routeId=${places.route}`, (item) => item.route?.id === places.route],
    ['a stop', () => `mailStopId=${places.stop}`, (item) => item.mailStop?.id === places.stop],
    ['a rack', () => `locationId=${places.location}`, (item) => item.location?.id === places.location],
    [
      'a courier',
      () => `courierId=${items[0]!.courier.id}`,
      (item) => item.courier.id === items[0]!.courier.id,
    ],
    [
      'package types',
      () => `packageTypeId=${items[1]!.packageType!.id},${items[2]!.packageType!.id}`,
      (item) => [items[1]!.packageType!.id, items[2]!.packageType!.id].includes(item.packageType?.id ?? 0),
    ],
    ['a recipient', () => `toUserId=${desk.employee.id}`, (item) => item.toUser?.id === desk.employee.id],
    ['types', () => 'itemType=INBOUND,OUTBOUND', (item) => item.itemType !== 'INTEROFFICE'],
    ['unknown recipients', () => 'unknownRecipient=true', (item) => item.toUser === undefined],
    ['known recipients', () => 'unknownRecipient=false', (item) => item.toUser !== undefined],
    ['one’s own', () => 'mine=true', (item) => item.toUser?.id === desk.clerk.id],
    ['age', () => 'olderThanDays=1', () => false],
    ['any age', () => 'olderThanDays=0', () => true],
    [
      'what changed',
      () => `modifiedOrCreatedAfter=${items[20]!.dateUpdated}`,
      (item) => item.dateUpdated > items[20]!.dateUpdated,
    ],
    ['what changed, in seconds', () => 'modifiedOrCreatedAfter=1549319834', () => true],
    ['empty parameters', () => 'queue=&centerId=&search=&modifiedOrCreatedAfter=&mine=', () => true],
    ['the keyset', () => `beforeId=${items[10]!.id}`, (item) => item.id < items[10]!.id],
    [
      'a search for an id',
      () => `search=${items[5]!.id}`,
      (item) => item.id === items[5]!.id || Boolean(item.trackingNumber?.includes(String(items[5]!.id))),
    ],
    [
      'a search in any case',
      () => `search=${encodeURIComponent('łÓDŹ-01')}`,
      (item) => Boolean(item.trackingNumber?.includes('Łódź-01')),
    ],
    [
      'a short search',
      () => `search=${encodeURIComponent('_%')}`,
      (item) => item.trackingNumber !== undefined,
    ],
    [
      'a search with signs',
      () => `search=${encodeURIComponent('_%1')}`,
      (item) => Boolean(item.trackingNumber?.includes('_%1')),
    ],
    ['a search for %', () => `search=${encodeURIComponent('%%%')}`, () => false],
    [
      'a search spelt otherwise',
      () => `search=${encodeURIComponent('łódź 011 11')}`,
      (item) => item.trackingNumber === 'Łódź-011_%11',
    ],
    [
      'two filters',
      () => `queue=PENDING&routeId=${places.route}`,
      (item) => item.currentQueue === 'PENDING' && item.route !== undefined,
    ],
  ];
  test.each(filters)('%s', async (_name, query, holds) => {
    const expected = items.filter(holds).map(({ id }) => id);
    expect(await ids(`?limit=500&${query()}`)).toEqual(expected);
    expect(await countOf(`/mail/items/count?${query()}`)).toBe(expected.length);
    expect(await read(`/mail/items/ids?${query()}`)).toEqual(expected);
    const delivered = items.filter((item) => holds(item) && item.currentQueue === 'OUT');
    expect(
      (await read<MailItem[]>(`/mail/items/delivered?limit=500&${query()}`)).map(({ id }) => id),
    ).toEqual(delivered.map(({ id }) => id));
    expect(await countOf(`/mail/items/delivered/count?${query()}`)).toBe(delivered.length);
  });

  test('counts by queue agree with the lists, whatever queue is shown', async () => {
    const { counts } = await read<{ counts: Record<string, number> }>(
      `/mail/items/counts?queue=IN&routeId=${places.route}`,
    );
    for (const queue of queues)
      expect(counts[queue]).toBe(
        items.filter((item) => item.currentQueue === queue && item.route !== undefined).length,
      );
  });

  test.each([
    'queue=LOST',
    'centerId=x',
    'centerId=-1',
    'courierId=1.5',
    'itemType=PIGEON',
    'mine=perhaps',
    'olderThanDays=x',
    'limit=x',
    'startAt=x',
    'modifiedOrCreatedAfter=yesterday',
    'search=%00',
  ])('%s is refused by lists and counts alike', async (query) => {
    for (const path of ['', '/count', '/counts', '/ids', '/delivered'])
      expect((await desk.clerk.call('GET', `/mail/items${path}?${query}`)).statusCode).toBe(400);
  });

  test.each([
    'modifiedOrCreatedAfter=-999999999999999',
    'modifiedOrCreatedAfter=999999999999999',
    'centerId=999999999999999',
    'olderThanDays=99999',
    'startAt=999999999999999',
    'limit=-5',
    'unknown=x',
    'queue=IN&queue=OUT',
    'limit=0',
    'orderBy=__proto__',
    'orderBy=constructor',
    'orderBy=toUser',
    'orderBy=toUser.password_hash',
    `search=${'x'.repeat(200)}`,
    'search=%27%3B--',
  ])('%s does no harm', async (query) => {
    for (const path of ['', '/count', '/counts', '/ids', '/delivered'])
      expect((await desk.clerk.call('GET', `/mail/items${path}?${query}`)).statusCode).toBe(200);
  });
});

describe('pages', () => {
  test('of any order and size join to the whole, without gaps or repeats', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(orderables), 'toUser', 'nothing.name'),
        fc.constantFrom('asc', 'desc', 'DESC', 'sideways'),
        fc.integer({ min: 7, max: 60 }),
        async (orderBy, orderByType, limit) => {
          const query = `?orderBy=${orderBy}&orderByType=${orderByType}&limit=`;
          const whole = await ids(`${query}500`);
          expect(whole.toSorted((a, b) => a - b)).toEqual(items.map(({ id }) => id));
          const joined: number[] = [];
          for (let startAt = 0; startAt <= items.length; startAt += limit)
            joined.push(...(await ids(`${query}${limit}&startAt=${startAt}`)));
          expect(joined).toEqual(whole);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('are in the order asked for: numbers as numbers, missing values last', async () => {
    const stamps = (await list('?orderBy=dateUpdated&orderByType=desc')).map((item) => item.dateUpdated);
    expect(stamps).toEqual(stamps.toSorted((a, b) => b - a));
    const names = (await list('?orderBy=toUser.name')).map((item) => item.toUser?.name);
    const known = names.filter((name) => name !== undefined);
    expect(names.slice(0, known.length)).toEqual(known.toSorted((a, b) => a.localeCompare(b, 'en')));
    expect(await ids('?orderBy=nonsense')).toEqual(items.map(({ id }) => id));
    expect(await ids('?limit=0')).toHaveLength(1);
    expect(await ids('?startAt=1000')).toEqual([]);
  });

  test('by keyset agree with pages by offset', async () => {
    const joined: number[] = [];
    for (let before = ''; ;) {
      const page = await ids(`?orderBy=id&orderByType=desc&limit=7${before}`);
      if (page.length === 0) break;
      joined.push(...page);
      before = `&beforeId=${page.at(-1)}`;
    }
    expect(joined).toEqual(items.map(({ id }) => id).toReversed());
  });

  test('of ids are pages only when asked for', async () => {
    const all = items.map(({ id }) => id);
    expect(await read('/mail/items/ids')).toEqual(all);
    expect(await read('/mail/items/ids?limit=')).toEqual(all);
    expect(await read('/mail/items/ids?limit=3')).toEqual(all.slice(0, 3));
    expect(await read('/mail/items/ids?startAt=38')).toEqual(all.slice(38));
    expect(await read('/mail/items/ids/?startAt=38&limit=1')).toEqual(all.slice(38, 39));
    expect(await countOf('/mail/items/ids/count')).toBe(40);
  });
});

describe('what others see', () => {
  const own = (item: MailItem, user: TestUser) =>
    item.toUser?.id === user.id || item.deliverTo?.id === user.id;

  test('is their own parcels, in every list and count', async () => {
    const { employee } = desk;
    const mine = items.filter((item) => own(item, employee)).map(({ id }) => id);
    expect(mine.length).toBeGreaterThan(5);
    expect(await ids('?limit=500', employee)).toEqual(mine);
    expect(await ids(`?toUserId=${desk.clerk.id}`, employee)).toEqual([]);
    expect(await read('/mail/items/ids', employee)).toEqual(mine);
    expect(await countOf('/mail/items/count', employee)).toBe(mine.length);
    expect(await countOf('/mail/items/ids/count', employee)).toBe(mine.length);
    const { counts } = await read<{ counts: Record<string, number> }>('/mail/items/counts', employee);
    expect(Object.values(counts).reduce((sum, n) => sum + n)).toBe(mine.length);
    const delivered = await read<MailItem[]>('/mail/items/delivered', employee);
    expect(delivered.every((item) => own(item, employee) && item.currentQueue === 'OUT')).toBe(true);
    for (const item of items)
      expect((await employee.call('GET', `/mail/items/${item.id}`)).statusCode).toBe(
        own(item, employee) ? 200 : 404,
      );
    const foreign = items.find((item) => !own(item, employee) && item.trackingNumber)!;
    expect(await ids(`?search=${encodeURIComponent(foreign.trackingNumber!)}`, employee)).toEqual([]);
    expect(await ids(`?search=${foreign.id}`, employee)).not.toContain(foreign.id);
  });

  test('includes what is delivered to them for somebody else, without pictures', async () => {
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
    const other = await desk.admin.person();
    const { id } = await desk.scan({ toUser: { id: desk.employee.id }, deliverTo: { id: other.id } });
    await desk.step(id, 'deliver', { signature: pixel, note: 'x' });
    expect((await desk.show(id)).statuses[1]).toHaveProperty('signature');
    for (const person of [other, desk.employee]) {
      const seen = await read<MailItem>(`/mail/items/${id}`, person);
      expect(seen.statuses[1]!.note).toBe('x');
      expect(seen.statuses[1]).not.toHaveProperty('signature');
    }
    await desk.manager.call('DELETE', `/mail/items/${id}`);
  });

  test('from another organisation is nothing', async () => {
    const stranger = await desk.server.register('Somebody else');
    expect(await list('', stranger)).toEqual([]);
    expect(await read('/mail/items/ids', stranger)).toEqual([]);
    expect(await countOf('/mail/items/count', stranger)).toBe(0);
    const [item] = items;
    expect(await ids(`?search=${item!.id}`, stranger)).toEqual([]);
    expect(await ids(`?search=${encodeURIComponent('Łódź')}`, stranger)).toEqual([]);
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['PUT', '', { sender: 'x' }],
      ['DELETE', '', undefined],
      ['PUT', '/deliver', undefined],
      ['PUT', '/checkout', undefined],
      ['PUT', '/pending', undefined],
      ['PUT', '/transfer', undefined],
      ['PUT', '/addComment', { comment: 'x' }],
    ] as const)
      expect((await stranger.call(method, `/mail/items/${item!.id}${path}`, body)).statusCode).toBe(404);
    expect((await stranger.call('PUT', '/mail/items/deliver', [{ id: item!.id }])).statusCode).toBe(404);
    const full = items.find((one) => one.route && one.location && one.packageType)!;
    const references: [string, number][] = [
      ['toUser', desk.employee.id],
      ['deliverTo', desk.employee.id],
      ['fromUser', desk.employee.id],
      ['center', desk.center],
      ['route', full.route!.id],
      ['mailStop', full.mailStop!.id],
      ['location', full.location!.id],
      ['courier', full.courier.id],
      ['packageType', full.packageType!.id],
    ];
    const own = (
      await stranger.call('POST', '/mail/items/checkin', { recipientName: 'Ann' })
    ).json<MailItem>();
    for (const [name, id] of references) {
      const scan = await stranger.call('POST', '/mail/items/checkin', [
        { recipientName: 'x', [name]: { id } },
      ]);
      expect([name, scan.statusCode]).toEqual([name, 400]);
      expect(scan.json()).toMatchObject({ error: { field: `[0].${name}` } });
      const edit = await stranger.call('PUT', `/mail/items/${own.id}`, { [name]: { id } });
      expect([name, edit.statusCode]).toEqual([name, 400]);
    }
    const collected = { collectedBy: { id: desk.employee.id } };
    expect((await stranger.call('PUT', `/mail/items/${own.id}/deliver`, collected)).statusCode).toBe(400);
  });
});

test('both slash forms answer, and nobody without a name', async () => {
  expect(await ids('/?limit=1')).toEqual([items[0]!.id]);
  for (const path of ['/mail/items', '/mail/items/count', '/mail/items/ids', '/mail/types', '/mail/desk'])
    expect((await desk.server.app.inject(`/external/api/rest/v2${path}`)).statusCode).toBe(401);
});
