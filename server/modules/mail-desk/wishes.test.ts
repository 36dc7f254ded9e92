import { describe, expect, test } from 'vitest';
import type { MailItem } from '#contract/mail.ts';
import { freshNumber, mailDesk } from '../../../test/mail-desk.ts';
import { releaseHeld, releaseHeldItems } from './service.ts';

const desk = mailDesk();
const DAY = 86_400_000;
const errorOf = (answer: { json(): unknown }) =>
  (answer.json() as { error: { code: string; message: string; field?: string } }).error;
const mine = () => desk.scan({ toUser: { id: desk.employee.id }, trackingNumber: freshNumber() });
const ask = (id: number, wish: string, body?: object, as = desk.employee) =>
  as.call('PUT', `/mail/items/${id}/${wish}`, body);
const codes = (item: MailItem) => item.statuses.map((status) => status.type.code);

describe('the desk', () => {
  test('puts aside with a reason, a time and a place to go', async () => {
    const { id } = await mine();
    const until = Date.now() + DAY;
    const body = { reason: 'recipient-away', until, forwardTo: 'Home', note: 'On leave' };
    const item = (await desk.step(id, 'pending', body)).json<MailItem>();
    expect(item.pending).toEqual({ reason: 'recipient-away', until, forwardTo: 'Home' });
    expect(item.statuses.at(-1)).toMatchObject({ reason: 'recipient-away', note: 'On leave' });
    expect(await desk.show(id)).toEqual(item);
  });

  test('without a word the reason is another, and a note alone leaves the reason as it was', async () => {
    const { id } = await mine();
    expect((await desk.step(id, 'pending')).json()).toMatchObject({ pending: { reason: 'other' } });
    const held = (await desk.step(id, 'pending', { reason: 'damaged' })).json<MailItem>();
    expect(held.pending).toEqual({ reason: 'damaged' });
    const noted = (await desk.step(id, 'pending', { note: 'Wet' })).json<MailItem>();
    expect(noted.pending).toEqual({ reason: 'damaged' });
    expect(noted.statuses.at(-1)).toMatchObject({ reason: 'damaged', note: 'Wet' });
    expect((await desk.step(id, 'pending', { reason: 'damaged' })).json()).toEqual(noted);
  });

  test.each([
    ['a reason there is not', { reason: 'bored' }, 'reason'],
    ['a time that is over', { until: 1 }, 'until'],
    ['a time beyond all calendars', { until: Number.MAX_SAFE_INTEGER }, 'until'],
    ['a time that is no number', { until: 'tomorrow' }, 'until'],
  ])('refuses %s', async (_name, body, field) => {
    const item = await mine();
    const answer = await desk.step(item.id, 'pending', body);
    expect([answer.statusCode, errorOf(answer).field]).toEqual([400, field]);
    expect(await desk.show(item.id)).toEqual(item);
  });

  test.each(['transfer', 'checkout', 'deliver'])('%s ends it', async (step) => {
    const { id } = await mine();
    await desk.step(id, 'pending', { reason: 'hold', until: Date.now() + DAY, forwardTo: 'x' });
    expect((await desk.step(id, step)).json()).not.toHaveProperty('pending');
  });

  test('finds by reason', async () => {
    const { id } = await mine();
    await desk.step(id, 'pending', { reason: 'return' });
    const found = await desk.clerk.call('GET', '/mail/items/ids?pendingReason=return,refused');
    expect(found.json()).toEqual([id]);
  });

  test.each(['person', 'stop', 'courier', 'returned', 'forwarded'])('delivers: %s', async (outcome) => {
    const { id } = await mine();
    if (outcome === 'returned') await desk.step(id, 'pending', { reason: 'return' });
    const item = (await desk.step(id, 'deliver', { outcome })).json<MailItem>();
    expect(item.statuses.at(-1)).toMatchObject({ type: { code: 'out' }, outcome });
  });

  test('delivers without a word to a person, and outbound to the courier', async () => {
    const inbound = (await desk.step((await mine()).id, 'deliver')).json<MailItem>();
    expect(inbound.statuses.at(-1)).not.toHaveProperty('outcome');
    const { id } = await desk.scan({
      itemType: 'OUTBOUND',
      recipientName: 'Ann',
      fromUser: { id: desk.employee.id },
    });
    const outbound = (await desk.step(id, 'deliver', { outcome: null })).json<MailItem>();
    expect(outbound.statuses.at(-1)).toMatchObject({ outcome: 'courier' });
    expect((await desk.step((await mine()).id, 'deliver', { outcome: 'eaten' })).statusCode).toBe(400);
  });

  test('sends outbound off by the shipping route, and follows when a parcel turns out to be one', async () => {
    const shipping = await desk.insert('mail_route', { name: 'Shipping', for_shipping: true });
    const scan = { itemType: 'OUTBOUND', recipientName: 'Ann' };
    expect(await desk.scan(scan)).toMatchObject({ route: { id: shipping, forShipping: true } });
    const { id } = await mine();
    const edit = (body: object) => desk.clerk.call('PUT', `/mail/items/${id}`, body);
    expect((await edit({ itemType: 'OUTBOUND' })).json()).toMatchObject({ route: { id: shipping } });
    expect((await edit({ itemType: 'INBOUND' })).json()).not.toHaveProperty('route');
    expect((await edit({ toAddress: 'Elsewhere' })).json()).toMatchObject({ toAddress: 'Elsewhere' });
    expect((await edit({ toAddress: null })).json()).not.toHaveProperty('toAddress');
  });
});

describe('the recipient', () => {
  test('has a parcel held, sent on and released', async () => {
    const { id } = await mine();
    const until = Date.now() + DAY;
    const held = await ask(id, 'hold', { until, note: 'Back tomorrow' });
    expect(held.statusCode).toBe(200);
    expect(held.json()).toMatchObject({
      currentQueue: 'PENDING',
      pending: { reason: 'hold', until },
      statuses: [{}, { reason: 'hold', note: 'Back tomorrow', enteredBy: { id: desk.employee.id } }],
    });
    const sent = (await ask(id, 'forward', { forwardTo: '12 Home Street' })).json<MailItem>();
    expect(sent.pending).toEqual({ reason: 'forward', forwardTo: '12 Home Street' });
    const back = (await ask(id, 'release')).json<MailItem>();
    expect(back).toMatchObject({ currentQueue: 'IN' });
    expect(back).not.toHaveProperty('pending');
    expect(codes(back)).toEqual(['checkin', 'pending', 'pending', 'checkin']);
    expect((await ask(id, 'release')).json()).toEqual(back);
    const board = (await desk.clerk.call('GET', '/stats/leaderboards/check-ins')).json<
      { user: { id: number } }[]
    >();
    expect(board.map(({ user }) => user.id)).not.toContain(desk.employee.id);
  });

  test('is heard for what is to be given to them, and the same wish twice is one', async () => {
    const { id } = await desk.scan({ toUser: { id: desk.manager.id }, deliverTo: { id: desk.employee.id } });
    const once = (await ask(id, 'hold')).json();
    expect((await ask(id, 'hold', {})).json()).toEqual(once);
  });

  test('names a colleague to send it on to', async () => {
    const { id } = await mine();
    const item = (await ask(id, 'forward', { toUser: { id: desk.clerk.id } })).json<MailItem>();
    expect(item.pending!.forwardTo).toContain(desk.clerk.email);
    expect(item.toUser!.id).toBe(desk.employee.id);
    const answer = await ask(id, 'forward', { toUser: { id: 987_654_321 } });
    expect([answer.statusCode, errorOf(answer).field]).toEqual([400, 'toUser']);
  });

  test.each([
    ['forward', {}, 'forwardTo'],
    ['forward', { forwardTo: '  ' }, 'forwardTo'],
    ['hold', { until: 1 }, 'until'],
    ['hold', { note: 'x'.repeat(2001) }, 'note'],
  ])('%s %j is refused', async (wish, body, field) => {
    const item = await mine();
    const answer = await ask(item.id, wish, body);
    expect([answer.statusCode, errorOf(answer).field]).toEqual([400, field]);
    expect(await desk.show(item.id)).toEqual(item);
  });

  test('reaches nobody else’s parcels, and none of another organisation; the desk may for anybody', async () => {
    const { id } = await desk.scan({ toUser: { id: desk.manager.id } });
    const stranger = await desk.server.register();
    for (const as of [desk.employee, stranger])
      for (const wish of ['hold', 'forward', 'release'])
        expect((await ask(id, wish, { forwardTo: 'x' }, as)).statusCode).toBe(404);
    expect((await ask(id, 'hold', {}, desk.clerk)).statusCode).toBe(200);
    expect((await ask(id, 'release', {}, desk.clerk)).json()).toMatchObject({ currentQueue: 'IN' });
  });

  test('comes too late for what is delivered or on its way', async () => {
    const gone = await mine();
    await desk.step(gone.id, 'deliver');
    for (const wish of ['hold', 'forward', 'release']) {
      const answer = await ask(gone.id, wish, { forwardTo: 'x' });
      expect([answer.statusCode, errorOf(answer).code]).toEqual([409, 'mail.already-delivered']);
    }
    const away = await mine();
    await desk.step(away.id, 'transfer');
    expect(errorOf(await ask(away.id, 'hold')).code).toBe('mail.on-its-way');
  });

  test('does not lift what the desk found out', async () => {
    const { id } = await mine();
    await desk.step(id, 'pending', { reason: 'damaged' });
    for (const wish of ['release', 'hold', 'forward'])
      expect(errorOf(await ask(id, wish, { forwardTo: 'x' })).code).toBe('mail.not-a-wish');
    expect((await ask(id, 'release', {}, desk.clerk)).json()).toMatchObject({ currentQueue: 'IN' });
  });

  test('sees no signature of somebody in the answer', async () => {
    const { id } = await mine();
    const answer = (await ask(id, 'hold')).json<MailItem>();
    expect(answer.statuses.every((status) => !('signature' in status))).toBe(true);
  });
});

describe('the clock', () => {
  const due = (id: number) =>
    desk.server.owner.query(`UPDATE mail_item SET pending_until = now() - interval '1 s' WHERE id = $1`, [
      id,
    ]);

  test('brings back what was held long enough, once, and nothing else', async () => {
    const [ready, waiting, forever] = [await mine(), await mine(), await mine()];
    for (const { id } of [ready, waiting]) await ask(id, 'hold', { until: Date.now() + DAY });
    await ask(forever.id, 'hold');
    await due(ready.id);
    expect(await releaseHeldItems(desk.server.deps.db)).toBe(1);
    expect(await releaseHeldItems(desk.server.deps.db)).toBe(0);
    const back = await desk.show(ready.id);
    expect(back).toMatchObject({
      currentQueue: 'IN',
      statuses: [{}, {}, { type: { code: 'checkin' }, reason: 'hold' }],
    });
    expect(back.statuses.at(-1)).not.toHaveProperty('enteredBy');
    expect(back).not.toHaveProperty('pending');
    for (const { id } of [waiting, forever])
      expect(await desk.show(id)).toMatchObject({ currentQueue: 'PENDING' });
  });

  test('works for its own organisation only', async () => {
    const { id } = await mine();
    await ask(id, 'hold', { until: Date.now() + DAY });
    await due(id);
    const stranger = await desk.server.register();
    const { rows } = await desk.server.owner.query<{ organisation: number }>(
      'SELECT organisation_id AS organisation FROM app_user WHERE id = $1',
      [stranger.id],
    );
    expect(await desk.server.deps.db.write(rows[0]!.organisation, releaseHeld)).toBe(0);
    expect(await releaseHeldItems(desk.server.deps.db)).toBe(1);
  });

  test('brings back no parcel that was delivered meanwhile', async () => {
    const { id } = await mine();
    await ask(id, 'hold', { until: Date.now() + DAY });
    await due(id);
    await Promise.all([desk.step(id, 'deliver'), releaseHeldItems(desk.server.deps.db)]);
    expect(await desk.show(id)).toMatchObject({ currentQueue: 'OUT' });
  });
});
