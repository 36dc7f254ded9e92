import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { bagWithItems } from '#contract/mail-bags.ts';
import type { MailItem } from '#contract/mail.ts';
import type { TestUser } from '../../../test/app.ts';
import { freshNumber, mailDesk } from '../../../test/mail-desk.ts';

type FullBag = z.infer<typeof bagWithItems>;
const desk = mailDesk();
/** Works at the other end only. */
let far: TestUser;
beforeAll(async () => {
  far = await desk.admin.person();
  await desk.admin.call('PUT', `/users/${far.id}/permissions`, [
    { role: 'OPERATOR', center: { id: desk.farCenter } },
  ]);
});

const errorOf = (answer: { json(): unknown }) =>
  (answer.json() as { error: { code: string; message: string; field?: string } }).error;
const begin = async () =>
  (await desk.clerk.call('POST', '/mail/bags', { to: { id: desk.farCenter } })).json<FullBag>();
const act = (bag: number, path: string, body?: unknown, as = desk.clerk, method = 'PUT') =>
  as.call(method, `/mail/bags/${bag}/${path}`, body);
const refs = (...items: MailItem[]) => items.map(({ id }) => ({ id }));
const scan = () => desk.scan({ trackingNumber: freshNumber(), recipientName: 'Nobody' });
const show = async (id: number) => (await desk.admin.call('GET', `/mail/bags/${id}`)).json<FullBag>();

describe('a bag', () => {
  test('is begun at the clerk’s center, under the next number', async () => {
    const [first, second] = [await begin(), await begin()];
    expect(first).toMatchObject({
      state: 'open',
      from: { id: desk.center },
      to: { id: desk.farCenter },
      count: 0,
      missing: 0,
      items: [],
      createdBy: { id: desk.clerk.id },
    });
    expect(first.code).toMatch(/^BAG-\d{6}$/);
    expect(Number(second.code.slice(4))).toBe(Number(first.code.slice(4)) + 1);
  });

  test.each([
    ['without an end', () => ({}), 400, 'to'],
    ['to where it is', () => ({ to: { id: desk.center } }), 400, 'to'],
    ['to nowhere', () => ({ to: { id: 987_654_321 } }), 400, 'to'],
    ['from nowhere', () => ({ from: { id: 987_654_321 }, to: { id: desk.center } }), 400, 'from'],
    [
      'at the desk of others',
      () => ({ from: { id: desk.farCenter }, to: { id: desk.center } }),
      403,
      undefined,
    ],
  ])('%s is none', async (_name, body, status, field) => {
    const answer = await desk.clerk.call('POST', '/mail/bags', body());
    expect([answer.statusCode, errorOf(answer).field]).toEqual([status, field]);
  });

  test('goes its way: filled, sent and received as one, with a trace on every parcel', async () => {
    const bag = await begin();
    const rack = await desk.insert('mail_location', { name: 'Shelf' });
    const items = [await scan(), await desk.scan({ trackingNumber: freshNumber(), location: { id: rack } })];
    await desk.step(items[1]!.id, 'checkout');
    const filled = await act(bag.id, 'items', refs(...items));
    expect(filled.statusCode).toBe(200);
    expect(filled.json<FullBag>()).toMatchObject({ count: 2, state: 'open' });
    expect(filled.json<FullBag>().items.map(({ currentQueue }) => currentQueue)).toEqual(['IN', 'CHECKOUT']);
    expect((await desk.show(items[0]!.id)).bag).toEqual({ id: bag.id, code: bag.code });
    const found = await desk.clerk.call('GET', `/mail/items/ids?bagId=${bag.id}`);
    expect(found.json()).toEqual(items.map(({ id }) => id));

    const sent = (await act(bag.id, 'send')).json<FullBag>();
    expect(sent).toMatchObject({ state: 'sent', count: 2, missing: 0 });
    expect(sent.sentAt).toBe(sent.dateUpdated);
    for (const item of sent.items) {
      expect(item).toMatchObject({
        currentQueue: 'TRANSFER',
        center: { id: desk.farCenter },
        bag: { id: bag.id },
      });
      expect(item).not.toHaveProperty('location');
      expect(item.statuses.at(-1)).toMatchObject({ type: { code: 'transfer' }, note: bag.code });
    }

    const received = (await act(bag.id, 'receive', undefined, far)).json<FullBag>();
    expect(received).toMatchObject({ state: 'received', count: 2, missing: 0, receivedBy: { id: far.id } });
    for (const item of received.items) {
      expect(item).toMatchObject({ currentQueue: 'IN', center: { id: desk.farCenter } });
      expect(item).not.toHaveProperty('bag');
      expect(item.statuses.at(-1)).toMatchObject({ type: { code: 'checkin' }, note: bag.code });
    }
    expect(await show(bag.id)).toEqual(received);
  });

  test('is received in part: the rest stays in transfer, bears the bag, and a later scan finds it', async () => {
    const bag = await begin();
    const trackingNumber = freshNumber();
    const [here, lost, early] = [await scan(), await desk.scan({ trackingNumber }), await scan()];
    await act(bag.id, 'items', refs(here, lost, early));
    await act(bag.id, 'send');
    // One was taken out on the way and scanned by itself.
    await desk.admin.call('POST', '/mail/items/checkin', {
      trackingNumber: early.trackingNumber,
      center: { id: desk.farCenter },
    });
    const other = await scan();
    const wrong = await act(bag.id, 'receive', refs(here, other), far);
    expect([wrong.statusCode, errorOf(wrong).field]).toEqual([400, '[1].id']);
    const received = (await act(bag.id, 'receive', refs(here, early), far)).json<FullBag>();
    expect(received).toMatchObject({ state: 'received', count: 3, missing: 1 });
    expect(await desk.show(lost.id)).toMatchObject({ currentQueue: 'TRANSFER', bag: { code: bag.code } });
    expect((await desk.show(early.id)).statuses).toHaveLength(3);

    const scanned = { trackingNumber, center: { id: desk.farCenter } };
    const back = (await far.call('POST', '/mail/items/checkin', scanned)).json<MailItem>();
    expect(back).toMatchObject({ id: lost.id, currentQueue: 'IN' });
    expect(back).not.toHaveProperty('bag');
    expect(await show(bag.id)).toMatchObject({ missing: 0, count: 3 });
  });

  test('with nothing found in it is received, and all of it missing', async () => {
    const bag = await begin();
    await act(bag.id, 'items', refs(await scan()));
    await act(bag.id, 'send');
    expect((await act(bag.id, 'receive', [], far)).json()).toMatchObject({ state: 'received', missing: 1 });
  });

  test('gives back what is taken out of it, and loses what takes a step of its own', async () => {
    const bag = await begin();
    const items = [await scan(), await scan(), await scan()];
    await act(bag.id, 'items', refs(...items));
    const less = (await act(bag.id, 'items', refs(items[0]!), desk.clerk, 'DELETE')).json<FullBag>();
    expect(less).toMatchObject({ count: 2 });
    expect(await desk.show(items[0]!.id)).not.toHaveProperty('bag');
    await desk.step(items[1]!.id, 'deliver');
    expect(await show(bag.id)).toMatchObject({ count: 1 });
    expect((await desk.step(items[2]!.id, 'pending')).json()).not.toHaveProperty('bag');
    const again = await act(bag.id, 'items', refs(items[0]!), desk.clerk, 'DELETE');
    expect([again.statusCode, errorOf(again).field]).toEqual([409, '[0].id']);
  });

  test('takes only what lies at its center, all or nothing', async () => {
    const bag = await begin();
    const [good, delivered, pending, away, elsewhere, gone] = await Promise.all(
      Array.from({ length: 6 }, scan),
    );
    await desk.step(delivered!.id, 'deliver');
    await desk.step(pending!.id, 'pending');
    await desk.step(away!.id, 'transfer', { center: { id: desk.farCenter } });
    await act((await begin()).id, 'items', refs(elsewhere!));
    await desk.manager.call('DELETE', `/mail/items/${gone!.id}`);
    const bad: [MailItem, number][] = [
      [delivered!, 409],
      [pending!, 409],
      [away!, 403],
      [elsewhere!, 409],
      [gone!, 404],
      [good!, 400],
    ];
    for (const [item, status] of bad)
      expect((await act(bag.id, 'items', refs(good!, item))).statusCode).toBe(status);
    expect((await act(bag.id, 'items', [])).statusCode).toBe(400);
    expect(await desk.show(good!.id)).toEqual(good);
    expect((await act(bag.id, 'items', refs(good!))).json()).toMatchObject({ count: 1 });
    expect((await act(bag.id, 'items', refs(good!))).json()).toMatchObject({ count: 1 });
  });

  test('takes no step out of turn', async () => {
    const bag = await begin();
    const item = await scan();
    const refused = async (path: string, body: unknown, code: string, method = 'PUT') => {
      const answer = await act(bag.id, path, body, desk.admin, method);
      expect([path, answer.statusCode, errorOf(answer).code]).toEqual([path, 409, code]);
      expect(errorOf(answer).message).toContain(bag.code);
    };
    await refused('send', undefined, 'mail.bag-empty');
    await refused('receive', undefined, 'mail.bag-open');
    await act(bag.id, 'items', refs(item));
    await act(bag.id, 'send');
    for (const state of ['sent', 'received']) {
      await refused('send', undefined, `mail.bag-${state}`);
      await refused('items', refs(item), `mail.bag-${state}`);
      await refused('items', refs(item), `mail.bag-${state}`, 'DELETE');
      if (state === 'sent') await act(bag.id, 'receive', undefined, far);
    }
    await refused('receive', undefined, 'mail.bag-received');
  });

  test('is sent at its own end, received at the other, and seen in its own organisation', async () => {
    const bag = await begin();
    await act(bag.id, 'items', refs(await scan()));
    expect((await act(bag.id, 'send', undefined, far)).statusCode).toBe(403);
    await act(bag.id, 'send');
    expect((await act(bag.id, 'receive')).statusCode).toBe(403);
    expect((await desk.employee.call('GET', '/mail/bags')).statusCode).toBe(403);
    const stranger = await desk.server.register();
    expect((await stranger.call('GET', '/mail/bags')).json()).toEqual([]);
    expect((await stranger.call('GET', `/mail/bags/${bag.id}`)).statusCode).toBe(404);
    for (const path of ['send', 'receive'])
      expect((await act(bag.id, path, undefined, stranger)).statusCode).toBe(404);
    expect((await act(987_654_321, 'send')).statusCode).toBe(404);
  });

  test('of two who send or receive it at once, one does', async () => {
    const bag = await begin();
    await act(bag.id, 'items', refs(await scan()));
    for (const path of ['send', 'receive']) {
      const answers = await Promise.all([
        act(bag.id, path, undefined, desk.admin),
        act(bag.id, path, undefined, desk.admin),
      ]);
      expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    }
    const [item] = (await show(bag.id)).items;
    expect(item!.statuses.map(({ type }) => type.code)).toEqual(['checkin', 'transfer', 'checkin']);
  });

  test('is found by state, center and code; its tag is no parcel', async () => {
    const bag = await begin();
    const ids = async (query: string) =>
      (await desk.clerk.call('GET', `/mail/bags?limit=500&${query}`)).json<FullBag[]>().map(({ id }) => id);
    expect(await ids('state=open')).toContain(bag.id);
    expect(await ids('state=sent,received')).not.toContain(bag.id);
    expect(await ids(`centerId=${desk.farCenter}`)).toContain(bag.id);
    expect(await ids('centerId=987654321')).toEqual([]);
    for (const search of [bag.code, bag.code.toLowerCase(), String(Number(bag.code.slice(4)))])
      expect(await ids(`search=${search}`)).toEqual([bag.id]);
    expect(await ids('search=%25')).toEqual([]);
    const counted = await desk.clerk.call('GET', `/mail/bags/count?search=${bag.code}`);
    expect(counted.json()).toEqual({ count: 1 });
    const answer = await desk.clerk.call('POST', '/mail/items/checkin', [{ trackingNumber: bag.code }]);
    expect([answer.statusCode, errorOf(answer).field]).toEqual([409, '[0].trackingNumber']);
  });

  test('a removed parcel is in it no longer', async () => {
    const bag = await begin();
    const [kept, removed] = [await scan(), await scan()];
    await act(bag.id, 'items', refs(kept, removed));
    await desk.manager.call('DELETE', `/mail/items/${removed.id}`);
    expect((await act(bag.id, 'send')).json()).toMatchObject({ count: 1, items: [{ id: kept.id }] });
  });
});

test('whatever is done to bags and parcels, a parcel is in one bag at most and where the bag says', async () => {
  const action = fc.record({
    do: fc.constantFrom(
      'put',
      'take',
      'send',
      'receive',
      'partly',
      'checkin',
      'pending',
      'checkout',
      'deliver',
      'transfer',
    ),
    bag: fc.nat(1),
    item: fc.nat(2),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 3, maxLength: 14 }), async (actions) => {
      const bags = [await begin(), await begin()];
      const items = [await scan(), await scan(), await scan()];
      for (const { do: what, bag, item } of actions) {
        const { id } = bags[bag]!;
        const it = items[item]!;
        const as = desk.admin;
        if (what === 'put') await act(id, 'items', refs(it), as);
        else if (what === 'take') await act(id, 'items', refs(it), as, 'DELETE');
        else if (what === 'send') await act(id, 'send', undefined, as);
        else if (what === 'receive') await act(id, 'receive', undefined, as);
        else if (what === 'partly') await act(id, 'receive', refs(it), as);
        else if (what === 'checkin') {
          if ((await desk.show(it.id)).currentQueue !== 'OUT')
            await as.call('POST', '/mail/items/checkin', { trackingNumber: it.trackingNumber });
        } else await as.call('PUT', `/mail/items/${it.id}/${what}`);
      }
      const shown = await Promise.all(bags.map(({ id }) => show(id)));
      for (const { id } of items) {
        const item = await desk.show(id);
        const bag = shown.find((one) => one.id === item.bag?.id);
        expect(bag === undefined).toBe(item.bag === undefined);
        if (bag?.state === 'open') expect(['IN', 'CHECKOUT']).toContain(item.currentQueue);
        else if (bag) expect(item.currentQueue).toBe('TRANSFER');
      }
      for (const bag of shown) {
        expect(bag.count).toBe(bag.items.length);
        const inside = bag.items.filter((item) => item.bag?.id === bag.id).length;
        expect(bag.missing).toBe(bag.state === 'received' ? inside : 0);
        if (bag.state === 'open') expect(inside).toBe(bag.count);
      }
    }),
    { numRuns: 20 },
  );
});
