import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bagCode,
  bagNumberOf,
  collectCodeOf,
  runningNumberOf,
  runningNumberText,
} from '#contract/mail-codes.ts';
import type { Label, Resolution } from '#contract/mail-scan.ts';
import type { MailItem } from '#contract/mail.ts';
import { freshNumber, mailDesk } from '../../../test/mail-desk.ts';

const desk = mailDesk();
const errorOf = (answer: { json(): unknown }) =>
  (answer.json() as { error: { code: string; message: string; field?: string } }).error;
const resolve = async (code: string, as = desk.clerk) =>
  (await as.call('GET', `/mail/resolve?code=${encodeURIComponent(code)}`)).json<Resolution>();
const bare = () => desk.scan({ toUser: { id: desk.employee.id } });
const label = (body: unknown) => desk.clerk.call('PUT', '/mail/items/labels', body);

test('codes of our own read back what was printed, also without dash and zeros', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999 }), (number) => {
      for (const text of [runningNumberText(number), ` a-${number}`, `A${number}`])
        expect(runningNumberOf(text)).toBe(number);
      for (const text of [bagCode(number), `bag${number}`]) expect(bagNumberOf(text)).toBe(number);
    }),
  );
  for (const text of ['', 'A', 'A-0', '123', 'AB123', 'A-12x', 'BAG', 'P-1']) {
    expect(runningNumberOf(text)).toBeUndefined();
    expect(bagNumberOf(text)).toBeUndefined();
    expect(collectCodeOf(text)).toBeUndefined();
  }
});

describe('a running number', () => {
  test('is given to what comes without a number, one after the other', async () => {
    const items = await desk.scanAll([
      { recipientName: 'Ann' },
      { trackingNumber: freshNumber() },
      { recipientName: 'Ben' },
    ]);
    const [first, second, third] = items.map(({ runningNumber }) => runningNumber);
    expect(first).toMatch(/^A-\d{6}$/);
    expect(second).toBeUndefined();
    expect(runningNumberOf(third!)).toBe(runningNumberOf(first!)! + 1);
  });

  test('finds its parcel by search, with dash and zeros or without, and not a part of it', async () => {
    const { id, runningNumber } = await bare();
    const number = runningNumberOf(runningNumber!)!;
    const found = async (search: string) =>
      (await desk.clerk.call('GET', `/mail/items/ids?search=${search}`)).json<number[]>();
    for (const search of [runningNumber!, `a-${number}`, `A${number}`, runningNumber!.replace('-', '')])
      expect(await found(search)).toContain(id);
    expect(await found(runningNumber!.slice(0, -1))).not.toContain(id);
  });

  test('scanned at the check-in is the parcel that bears it', async () => {
    const item = await bare();
    expect(await desk.scan({ trackingNumber: item.runningNumber })).toEqual({ ...item, duplicate: true });
    await desk.step(item.id, 'pending');
    expect(await desk.scan({ trackingNumber: item.runningNumber })).toMatchObject({
      id: item.id,
      currentQueue: 'IN',
    });
    await desk.step(item.id, 'deliver');
    expect((await desk.scan({ trackingNumber: item.runningNumber })).id).not.toBe(item.id);
  });

  test('and tracking number of one parcel in one batch are one parcel', async () => {
    const { id, trackingNumber } = await desk.scan({ trackingNumber: freshNumber() });
    const [{ runningNumber }] = (await label([{ id }])).json<[Label]>();
    await desk.step(id, 'checkout');
    const [back, twice] = await desk.scanAll([{ trackingNumber: runningNumber }, { trackingNumber }]);
    expect(back).toMatchObject({ id, currentQueue: 'IN' });
    expect(back!.statuses).toHaveLength(3);
    expect(twice).toEqual({ ...back, duplicate: true });
  });

  test('is one of each organisation, and given once however many ask', async () => {
    const items = await Promise.all(Array.from({ length: 8 }, bare));
    expect(new Set(items.map(({ runningNumber }) => runningNumber)).size).toBe(8);
    const stranger = await desk.server.register();
    const scan = { recipientName: 'Ann' };
    const first = (await stranger.call('POST', '/mail/items/checkin', scan)).json<MailItem>();
    expect(first.runningNumber).toBe('A-000001');
    expect(await resolve('A-000001', stranger)).toMatchObject({ kind: 'item', item: { id: first.id } });
  });
});

describe('labels', () => {
  test('tell what to print, in the order asked for, and number what has no number', async () => {
    const stop = await desk.insert('mail_stop', { name: 'Quay' });
    const route = await desk.insert('mail_route', { name: 'Quay round' });
    const numbered = await desk.scan({
      trackingNumber: freshNumber(),
      toUser: { id: desk.employee.id },
      mailStop: { id: stop },
      route: { id: route },
      sender: 'Propane',
    });
    const unknown = await desk.scan({ recipientName: 'Żółw' });
    const outbound = await desk.scan({ itemType: 'OUTBOUND', trackingNumber: freshNumber() });
    const answer = await label([unknown, numbered, outbound, unknown].map(({ id }) => ({ id })));
    expect(answer.statusCode).toBe(200);
    const [a, b, c, d] = answer.json<Label[]>();
    expect(a).toEqual({
      itemId: unknown.id,
      code: unknown.runningNumber,
      runningNumber: unknown.runningNumber,
      recipient: 'Żółw',
      center: 'Mail Center',
      dateCreated: unknown.dateCreated,
    });
    expect(b).toMatchObject({
      code: numbered.trackingNumber,
      recipient: numbered.toUser!.name,
      mailStop: 'Quay',
      route: 'Quay round',
      sender: 'Propane',
    });
    expect(c).toMatchObject({ recipient: '' });
    expect(d).toEqual(a);
    expect((await desk.show(numbered.id)).runningNumber).toBe(b!.runningNumber);
    expect((await label([{ id: numbered.id }])).json()).toEqual([b]);
  });

  test('are refused for what is not there or not the clerk’s', async () => {
    const item = await bare();
    const far = await bare();
    await desk.step(far.id, 'transfer', { center: { id: desk.farCenter } });
    const missing = await label([{ id: item.id }, { id: 987_654_321 }]);
    expect([missing.statusCode, errorOf(missing).field]).toEqual([404, '[1].id']);
    expect((await label([{ id: far.id }])).statusCode).toBe(403);
    expect((await label([])).statusCode).toBe(400);
    expect((await desk.employee.call('PUT', '/mail/items/labels', [{ id: item.id }])).statusCode).toBe(403);
  });
});

describe('a scanned code', () => {
  test('is a parcel, by tracking number in any writing or by ours', async () => {
    const item = await desk.scan({ trackingNumber: '1z 999 resolve', recipientName: 'x' });
    for (const code of ['1Z999RESOLVE', ' 1z-999-resolve '])
      expect(await resolve(code)).toEqual({ kind: 'item', item });
    const own = await bare();
    expect(await resolve(own.runningNumber!)).toEqual({ kind: 'item', item: own });
    await desk.step(item.id, 'deliver');
    expect(await resolve('1Z999RESOLVE')).toMatchObject({
      kind: 'item',
      item: { id: item.id, currentQueue: 'OUT' },
    });
    const again = await desk.scan({ trackingNumber: '1Z999RESOLVE' });
    expect(await resolve('1Z999RESOLVE')).toMatchObject({ kind: 'item', item: { id: again.id } });
  });

  test('is a bag', async () => {
    const bag = (await desk.clerk.call('POST', '/mail/bags', { to: { id: desk.farCenter } })).json<{
      code: string;
    }>();
    expect(await resolve(bag.code.toLowerCase())).toMatchObject({
      kind: 'bag',
      bag: { code: bag.code, count: 0 },
    });
  });

  test('is a stop, by its exact name', async () => {
    const stop = await desk.insert('mail_stop', { name: 'Łódź, 3rd floor' });
    expect(await resolve('ŁÓDŹ, 3rd FLOOR')).toEqual({
      kind: 'stop',
      stop: { id: stop, name: 'Łódź, 3rd floor' },
    });
    expect(await resolve('Łódź, 3rd')).toEqual({ kind: 'unknown' });
  });

  test.each(['', ' ', '-', 'A-999999', 'BAG-999999', 'P-000000000000', '%', 'x'.repeat(5000)])(
    'is nothing we know',
    async (code) => {
      expect(await resolve(code)).toEqual({ kind: 'unknown' });
    },
  );

  test('is for the desk to read, and there must be one', async () => {
    expect((await desk.employee.call('GET', '/mail/resolve?code=x')).statusCode).toBe(403);
    expect((await desk.clerk.call('GET', '/mail/resolve')).statusCode).toBe(400);
  });
});

describe('a person at the desk', () => {
  const codeOf = async (as = desk.employee) =>
    (await as.call('GET', '/mail/collect-code')).json<{ code: string }>().code;

  test('has a code that stays until it is replaced', async () => {
    const person = await desk.admin.person();
    const codes = await Promise.all([codeOf(person), codeOf(person)]);
    expect(codes[0]).toMatch(/^P-[0-9A-HJKMNP-TV-Z]{12}$/);
    expect(codes[1]).toBe(codes[0]);
    const renewed = (await person.call('POST', '/mail/collect-code')).json<{ code: string }>().code;
    expect(renewed).not.toBe(codes[0]);
    expect(await codeOf(person)).toBe(renewed);
    expect(await resolve(codes[0]!)).toEqual({ kind: 'unknown' });
    expect(await resolve(renewed.toLowerCase())).toMatchObject({ kind: 'person', person: { id: person.id } });
  });

  test('gets all that is open for them and for those whose delegate they are', async () => {
    const [person, boss] = [await desk.admin.person(), await desk.admin.person()];
    await desk.server.owner.query(
      `INSERT INTO mail_preference (organisation_id, user_id, delegate_id)
       SELECT organisation_id, id, $2 FROM app_user WHERE id = $1`,
      [boss.id, person.id],
    );
    const scan = (body: object) => desk.scan({ trackingNumber: freshNumber(), ...body });
    const own = await scan({ toUser: { id: person.id } });
    const instead = await scan({ toUser: { id: desk.manager.id }, deliverTo: { id: person.id } });
    const delegated = await scan({ toUser: { id: boss.id } });
    const done = await scan({ toUser: { id: person.id } });
    await desk.step(done.id, 'deliver');
    await scan({ toUser: { id: desk.manager.id } });
    const found = await resolve(await codeOf(person));
    if (found.kind !== 'person') throw new Error(`it is ${found.kind}`);
    expect(found.items).toEqual([own, instead, delegated]);
    expect(found.person).toMatchObject({ id: person.id, openItems: 2, alerts: [] });
  });

  test('is known by the badge too, if it is only theirs', async () => {
    const person = await desk.admin.person();
    const badge = (id: number, employeeId: string) => desk.admin.call('PUT', `/users/${id}`, { employeeId });
    await badge(person.id, 'Badge-77');
    expect(await resolve('BADGE-77')).toMatchObject({ kind: 'person', person: { id: person.id } });
    expect(await resolve('Badge-7')).toEqual({ kind: 'unknown' });
    await badge((await desk.admin.person()).id, 'Badge-77');
    expect(await resolve('Badge-77')).toEqual({ kind: 'unknown' });
  });

  test('is nobody after they left, or in another organisation', async () => {
    const person = await desk.admin.person();
    const code = await codeOf(person);
    const stranger = await desk.server.register();
    expect(await resolve(code, stranger)).toEqual({ kind: 'unknown' });
    await desk.admin.call('DELETE', `/users/${person.id}`);
    expect(await resolve(code)).toEqual({ kind: 'unknown' });
  });
});
