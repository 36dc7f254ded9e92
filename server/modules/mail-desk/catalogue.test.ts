import { beforeAll, describe, expect, test } from 'vitest';
import type { MailDesk, MailItem, Recipient } from '#contract/mail.ts';
import type { TestUser } from '../../../test/app.ts';
import { freshNumber, mailDesk } from '../../../test/mail-desk.ts';

const desk = mailDesk();
const read = async <T>(path: string, by: TestUser = desk.employee): Promise<T> => {
  const answer = await by.call('GET', path);
  if (answer.statusCode !== 200) throw new Error(`${path} answered ${answer.statusCode}: ${answer.body}`);
  return answer.json<T>();
};
type Row = { id: number; name: string; code?: string; sortOrder?: number; dateUpdated?: number };
const names = async (path: string, by?: TestUser) => (await read<Row[]>(path, by)).map(({ name }) => name);

describe('catalogues', () => {
  beforeAll(async () => {
    for (const name of ['Żuraw stop', 'Goku Stop', 'Removed stop']) {
      const id = await desk.insert('mail_stop', { name });
      const removed = name.startsWith('Removed');
      const table = 'UPDATE mail_stop SET deleted_at = now() WHERE id = $1';
      if (removed) await desk.server.owner.query(table, [id]);
    }
    await desk.insert('mail_route', { name: 'Ranma 1/2 Mail Center' });
    await desk.insert('mail_route', { name: 'Sailor Moon', for_shipping: true });
    await desk.insert('mail_location', { name: 'Rack 10', sort_order: 10 });
    await desk.insert('mail_location', { name: 'Rack 9', sort_order: 9, center_id: desk.center });
  });

  test('the five status types are those that items show', async () => {
    const types = await read<(Row & { forShipping: boolean })[]>('/mail/types');
    expect(Object.fromEntries(types.map(({ code, name }) => [code, name]))).toEqual({
      out: 'Delivered',
      checkin: 'Checked In',
      checkout: 'Checked Out',
      pending: 'Pending',
      transfer: 'Transfer',
    });
    expect(types.every(({ forShipping }) => forShipping === false)).toBe(true);
    const { statuses } = await desk.scan({ trackingNumber: freshNumber() });
    expect(types).toContainEqual(expect.objectContaining(statuses[0]!.type));
  });

  test('package types, stops, routes and racks, in any order and by any part of the name', async () => {
    expect(await names('/mail/packageTypes')).toEqual(['Envelope', 'Box', 'Bag']);
    expect(await names('/mail/packageTypes?orderBy=sortOrder')).toEqual(['Box', 'Bag', 'Envelope']);
    expect(await names('/mail/packageTypes?search=ENV')).toEqual(['Envelope']);
    expect(await names('/mail/packageTypes?orderBy=name&limit=1&startAt=1')).toEqual(['Box']);
    expect(await names('/mail/mailstops')).toEqual(['Żuraw stop', 'Goku Stop']);
    expect(await names(`/mail/mailstops?search=${encodeURIComponent('żUR')}`)).toEqual(['Żuraw stop']);
    expect(await names('/mail/mailstops?search=%25')).toEqual([]);
    expect(await names('/mail/routes?orderBy=name&orderByType=desc')).toEqual([
      'Sailor Moon',
      'Ranma 1/2 Mail Center',
    ]);
    expect(await names('/mail/locations?orderBy=sortOrder')).toEqual(['Rack 9', 'Rack 10']);
  });

  test.each(['packageTypes', 'couriers', 'mailstops', 'types', 'routes', 'locations', 'alerts'])(
    '%s: count, change feed and odd parameters',
    async (list) => {
      const all = await read<Row[]>(`/mail/${list}?limit=500`);
      expect(await read(`/mail/${list}/count?limit=1`)).toEqual({ count: all.length });
      expect(await read(`/mail/${list}/count/`)).toEqual({ count: all.length });
      expect(await read(`/mail/${list}?modifiedOrCreatedAfter=1549319834&limit=500`)).toEqual(all);
      expect(await read(`/mail/${list}?modifiedOrCreatedAfter=${Date.now() + 60_000}`)).toEqual([]);
      expect(await read(`/mail/${list}/count?modifiedOrCreatedAfter=${Date.now() + 60_000}`)).toEqual({
        count: 0,
      });
      expect(await read(`/mail/${list}?orderBy=toString&search=&limit=500`)).toEqual(all);
      expect((await desk.employee.call('GET', `/mail/${list}?limit=x`)).statusCode).toBe(400);
      expect((await desk.server.app.inject(`/external/api/rest/v2/mail/${list}`)).statusCode).toBe(401);
      // The whole list is nobody's to write; what is kept here is added one by one.
      const writes = ['packageTypes', 'couriers', 'mailstops', 'routes', 'locations', 'alerts'].includes(list)
        ? ['PUT', 'DELETE']
        : ['POST', 'PUT', 'DELETE'];
      for (const method of writes)
        expect([404, 405]).toContain((await desk.admin.call(method, `/mail/${list}`)).statusCode);
    },
  );

  test('alerts are for the desk and for whom they are about', async () => {
    const mine = { user_id: desk.employee.id, notes: 'Ring twice', entered_by: desk.clerk.id };
    const id = await desk.insert('mail_alert', { ...mine, multiple_alerts: true });
    const other = await desk.insert('mail_alert', { ...mine, user_id: desk.manager.id, notes: 'On leave' });
    expect(await read('/mail/alerts', desk.clerk)).toMatchObject([
      { id, notes: 'Ring twice', multipleAlerts: true, enteredBy: { id: desk.clerk.id } },
      { id: other, notes: 'On leave', multipleAlerts: false, user: { id: desk.manager.id } },
    ]);
    expect(await read('/mail/alerts')).toMatchObject([{ id }]);
    expect(await read('/mail/alerts/count')).toEqual({ count: 1 });
    expect(await read('/mail/alerts?search=LEAVE', desk.clerk)).toMatchObject([{ id: other }]);
  });

  test('the desk brings all of them at once', async () => {
    const all = await read<MailDesk>('/mail/desk');
    expect(all.centers.map(({ name }) => name)).toEqual(['Far Mail Center', 'Mail Center']);
    expect(all.packageTypes.map(({ name }) => name)).toEqual(['Box', 'Bag', 'Envelope']);
    expect(all.couriers.map(({ code }) => code)).toEqual(expect.arrayContaining(['OTHER', 'DHL', 'UPS']));
    expect(all.mailStops.map(({ name }) => name)).toEqual(['Goku Stop', 'Żuraw stop']);
    expect(all.locations.map(({ centerId }) => centerId)).toEqual([desk.center, undefined]);
    const stop = all.mailStops[0]!;
    const route = all.routes[0]!;
    await desk.insert('mail_route_stop', { mail_route_id: route.id, mail_stop_id: stop.id, position: 1 });
    const again = await read<MailDesk>('/mail/desk');
    expect(again.mailStops[0]).toEqual({ ...stop, routeIds: [route.id] });
  });
});

describe('leaderboards', () => {
  test('count who checked in and who delivered, the busiest first', async () => {
    const { server } = desk;
    const admin = await server.register('Leaders');
    const clerks = [await admin.person({ mail: 'OPERATOR' }), await admin.person({ mail: 'OPERATOR' })];
    const [few, many] = clerks as [TestUser, TestUser];
    const scan = async (by: TestUser, count: number) =>
      (
        await by.call(
          'POST',
          '/mail/items/checkin',
          Array.from({ length: count }, () => ({ recipientName: 'x' })),
        )
      ).json<MailItem[]>();
    const first = await scan(few, 2);
    const second = await scan(many, 5);
    for (const { id } of [...first, ...second.slice(0, 1)])
      await few.call('PUT', `/mail/items/${id}/deliver`);
    await many.call('PUT', `/mail/items/${second[1]!.id}/deliver`);

    const board = (path: string) =>
      read<{ count: number; user: { id: number } }[]>(`/stats/leaderboards/${path}`, admin);
    const short = async (path: string) => (await board(path)).map(({ count, user }) => [user.id, count]);
    expect(await short('check-ins')).toEqual([
      [many.id, 5],
      [few.id, 2],
    ]);
    expect(await short('deliveries')).toEqual([
      [few.id, 3],
      [many.id, 1],
    ]);
    expect(await short('deliveries?limit=1&startAt=1')).toEqual([[many.id, 1]]);
    expect(await short(`check-ins?modifiedOrCreatedAfter=${first[0]!.dateCreated}`)).toEqual([[many.id, 5]]);
    expect(await short(`check-ins?modifiedOrCreatedAfter=${second[0]!.dateCreated}`)).toEqual([]);
    expect(await read('/stats/leaderboards/check-ins/count', admin)).toEqual({ count: 2 });
    expect(await read('/stats/leaderboards/deliveries/count?limit=1', admin)).toEqual({ count: 2 });
    const [someone] = await board('check-ins');
    const { name } = (await many.call('GET', '/users/me')).json<{ name: string }>();
    expect(someone).toMatchObject({ count: 5, user: { id: many.id, name } });
    expect(await short(`check-ins?search=${encodeURIComponent(name.toUpperCase())}`)).toEqual([[many.id, 5]]);
  });

  test('show nobody of another organisation', async () => {
    await desk.scan({ trackingNumber: freshNumber() });
    const stranger = await desk.server.register('Strangers');
    expect(await read('/stats/leaderboards/check-ins', stranger)).toEqual([]);
    expect(await read('/stats/leaderboards/check-ins/count', stranger)).toEqual({ count: 0 });
  });
});

describe('recipients', () => {
  const people: Record<string, number> = {};
  const find = async (search: string, more = '') =>
    read<Recipient[]>(`/mail/recipients?search=${encodeURIComponent(search)}${more}`, desk.clerk);
  const found = async (search: string, more = '') => (await find(search, more)).map(({ id }) => id);

  beforeAll(async () => {
    const add = async (firstName: string, lastName: string, more: Record<string, unknown> = {}) => {
      const user = {
        firstName,
        lastName,
        email: `${freshNumber().replace(' ', '')}@recipients.example`,
        userName: freshNumber(),
        ...more,
      };
      const answer = await desk.admin.call('POST', '/users', user);
      if (answer.statusCode !== 201) throw new Error(answer.body);
      return answer.json<{ id: number }>().id;
    };
    const stop = await desk.insert('mail_stop', { name: 'Bay 12 west' });
    const building = await desk.insert('building', { name: 'Strickland Tower' });
    const floor = await desk.insert('floor', { building_id: building, name: 'Level 8' });
    const type = await desk.insert('room_type', { name: 'Office' });
    const room = await desk.insert('room', {
      floor_id: floor,
      room_type_id: type,
      name: '803-B',
      mail_stop_id: stop,
    });
    people.hank = await add('Hank', 'Hill', { employeeId: 'E-0042', department: 'Sales' });
    people.hill = await add('Hillary', 'Banks');
    people.churchill = await add('Winston', 'Churchill');
    people.jozef = await add('Józef', 'Łódzki', { knownAs: 'Ziutek' });
    await desk.server.owner.query('UPDATE app_user SET room_id = $1 WHERE id = $2', [room, people.hank]);
    await desk.server.owner.query('UPDATE app_user SET mail_stop_id = $1 WHERE id = $2', [
      stop,
      people.jozef,
    ]);
    await desk.insert('mail_alert', {
      user_id: people.hank,
      notes: 'Ring twice',
      entered_by: desk.clerk.id,
      multiple_alerts: true,
    });
    const [, delivered] = await desk.scanAll([
      { toUser: { id: people.hank } },
      { toUser: { id: people.hank } },
    ]);
    await desk.step(delivered!.id, 'deliver');
  });

  test('come best first: beginning of the name, of a word, anywhere', async () => {
    const { hank, hill, churchill } = people;
    expect(await found('hill')).toEqual([hill, hank, churchill]);
    expect(await found('HILL', '&limit=2')).toEqual([hill, hank]);
  });

  test('are found by every part of what is known of them, all words hitting', async () => {
    const { hank, jozef, hill } = people;
    for (const search of ['hank hill', 'hill hank', '  hank   e-0042 ', '0042', '803', '803-b hank', 'h 803'])
      expect([search, await found(search)]).toEqual([search, [hank]]);
    for (const search of ['łódz', 'ŁÓDZKI', 'ziutek', 'zi józ', 'bay józef'])
      expect([search, await found(search)]).toEqual([search, [jozef]]);
    expect((await found('bay 12')).toSorted((a, b) => a - b)).toEqual([hank, jozef]);
    expect(await found('hank ziutek')).toEqual([]);
    expect(await found('recipients.example banks')).toEqual([hill]);
  });

  test('are found by a part of a word from three characters on, by less at the start of one', async () => {
    const { hank, churchill } = people as { hank: number; churchill: number };
    expect(await found('urc')).toEqual([churchill]);
    expect(await found('ur')).toEqual([]);
    expect(await found('ch wi')).toEqual([churchill]);
    expect(await found('80 ha')).toEqual([hank]);
  });

  test('signs have no meaning of their own', async () => {
    for (const search of ['%', '_', '\\', "'", '"', '-', 'h_nk', "hank' OR '1'='1"])
      expect([search, await found(search)]).toEqual([search, []]);
    for (const search of ['hank', 'bay', '1']) {
      const plain = (await found(search)).toSorted((a, b) => a - b);
      for (const sign of ['%', '_', '$', "'", '\\'])
        expect([sign, search, (await found(sign + search + sign)).toSorted((a, b) => a - b)]).toEqual([
          sign,
          search,
          plain,
        ]);
    }
    for (const search of ['', ' ']) expect((await found(search, '&limit=3')).length).toBe(3);
    expect((await desk.clerk.call('GET', '/mail/recipients?search=%00')).statusCode).toBe(400);
    expect((await desk.clerk.call('GET', `/mail/recipients?search=${'x'.repeat(201)}`)).statusCode).toBe(400);
  });

  test('bring what the clerk must know', async () => {
    const [hank] = await find('hank');
    expect(hank).toMatchObject({
      name: 'Hank Hill',
      employeeId: 'E-0042',
      department: 'Sales',
      room: { name: '803-B', floor: 'Level 8', building: 'Strickland Tower' },
      mailStop: { name: 'Bay 12 west' },
      alerts: ['Ring twice'],
      alertEachTime: true,
      openItems: 1,
    });
    const [jozef] = await find('Józef');
    expect(jozef).toMatchObject({ mailStop: { name: 'Bay 12 west' }, alerts: [], openItems: 0 });
    expect(jozef).not.toHaveProperty('room');
    expect(jozef).not.toHaveProperty('alertEachTime');
  });

  test('are neither removed people nor those of another organisation, and only the desk asks', async () => {
    const gone = people.churchill!;
    await desk.admin.call('DELETE', `/users/${gone}`);
    expect(await found('churchill')).toEqual([]);
    const stranger = await desk.server.register('Strangers too');
    expect(await read('/mail/recipients?search=hank', stranger)).toEqual([]);
    expect((await desk.employee.call('GET', '/mail/recipients?search=hank')).statusCode).toBe(403);
  });
});
