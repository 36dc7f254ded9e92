import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { MailItem } from '#contract/mail.ts';
import { freshNumber, mailDesk } from '../../../test/mail-desk.ts';

const desk = mailDesk();
type Answer = { statusCode: number; json(): unknown };
const errorOf = (answer: Answer) =>
  (answer.json() as { error: { code: string; message: string; field?: string } }).error;
const codes = (item: MailItem) => item.statuses.map((status) => status.type.code);
const drawing = async (colour: string) => {
  const pixels = { create: { width: 60, height: 20, channels: 3 as const, background: colour } };
  return `data:image/png;base64,${(await sharp(pixels).png().toBuffer()).toString('base64')}`;
};
const scan = () => desk.scan({ trackingNumber: freshNumber(), recipientName: 'Ann' });

describe('one parcel', () => {
  test.each([
    ['pending', 'PENDING', 'pending'],
    ['transfer', 'TRANSFER', 'transfer'],
    ['checkout', 'CHECKOUT', 'checkout'],
    ['deliver', 'OUT', 'out'],
  ])(
    '%s takes it to %s, with an empty body, an object or the documents’ sample',
    async (step, queue, code) => {
      const sample = async ({ id }: MailItem) => ({
        itemType: 'INTEROFFICE',
        fromUser: { id: 13 },
        toUser: { id: 126 },
        id,
        trackingNumber: '351987984',
      });
      for (const body of [async () => undefined, async () => ({}), sample]) {
        const item = await scan();
        const answer = await desk.step(item.id, step, await body(item));
        expect(answer.statusCode).toBe(200);
        const after = answer.json<MailItem>();
        expect(after).toMatchObject({ currentQueue: queue, trackingNumber: item.trackingNumber });
        expect(after).not.toHaveProperty('toUser');
        expect(codes(after)).toEqual(['checkin', code]);
        expect(after.statuses[1]).toMatchObject({
          enteredBy: { id: desk.clerk.id },
          center: { id: desk.center },
        });
        expect(after.dateUpdated).toBeGreaterThan(item.dateUpdated);
        expect(await desk.show(item.id)).toEqual(after);
      }
    },
  );

  test('delivered is final, and the second to try is told when and by whom', async () => {
    const item = await scan();
    await desk.step(item.id, 'deliver');
    for (const step of ['deliver', 'pending', 'transfer', 'checkout']) {
      const again = await desk.step(item.id, step);
      expect(again.statusCode).toBe(409);
      expect(errorOf(again).code).toBe('mail.already-delivered');
      expect(errorOf(again).message).toMatch(/delivered on \d+ \w+ \d{4}, \d\d:\d\d by Person \d+\./);
    }
    expect(codes(await desk.show(item.id))).toEqual(['checkin', 'out']);
  });

  test('a step repeated without a word leaves no trace; with a note it is a new status', async () => {
    const { id } = await scan();
    const once = (await desk.step(id, 'pending')).json<MailItem>();
    expect((await desk.step(id, 'pending')).json()).toEqual(once);
    const noted = (await desk.step(id, 'pending', { note: 'Nobody in' })).json<MailItem>();
    expect(codes(noted)).toEqual(['checkin', 'pending', 'pending']);
    expect(noted.statuses[2]!.note).toBe('Nobody in');
  });

  test('a transfer takes it to the center named; another action does not', async () => {
    const rack = await desk.insert('mail_location', { name: 'Shelf' });
    const { id } = await desk.scan({ trackingNumber: freshNumber(), location: { id: rack } });
    const pending = (await desk.step(id, 'pending', { center: { id: desk.farCenter } })).json<MailItem>();
    expect(pending).toMatchObject({ center: { id: desk.center }, location: { id: rack } });
    const sent = (await desk.step(id, 'transfer', { center: { id: desk.farCenter } })).json<MailItem>();
    expect(sent).toMatchObject({ currentQueue: 'TRANSFER', center: { id: desk.farCenter } });
    expect(sent.statuses.at(-1)).toMatchObject({ center: { id: desk.farCenter } });
    expect(sent).not.toHaveProperty('location');
    // It has left the clerk's center, and with it their hands.
    expect((await desk.step(id, 'deliver')).statusCode).toBe(403);
    expect((await desk.admin.call('PUT', `/mail/items/${id}/deliver`)).statusCode).toBe(200);
  });

  test('a delivery keeps signature, photograph, note and collector', async () => {
    const { id } = await scan();
    const answer = await desk.step(id, 'deliver', {
      note: 'Left with a colleague',
      collectedBy: { id: desk.employee.id },
      signature: await drawing('black'),
      photograph: (await drawing('red')).split(',')[1],
    });
    const [, out] = answer.json<MailItem>().statuses;
    expect(out).toMatchObject({
      note: 'Left with a colleague',
      collectedBy: { id: desk.employee.id, name: expect.stringContaining('Person') as string },
      signature: { image: true, fileName: 'signature' },
      photograph: { image: true, fileName: 'photograph' },
    });
    const { signature } = out!;
    expect(signature!.storedFile.id).toBe(signature!.storageId);
    const picture = await desk.server.app.inject({
      url: signature!.downloadURL,
      headers: { 'x-auth-username': desk.clerk.email, 'x-auth-password': desk.clerk.password },
    });
    expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/png']);
  });

  test('a photograph of twelve megapixels is kept small enough to look at; one of no bytes is refused', async () => {
    const large = await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#8a8378' } })
      .jpeg()
      .toBuffer();
    const item = await scan();
    const empty = await desk.step(item.id, 'deliver', { photograph: 'data:image/jpeg;base64,' });
    expect([empty.statusCode, errorOf(empty).field]).toEqual([400, 'photograph']);
    expect(await desk.show(item.id)).toEqual(item);
    const answer = await desk.step(item.id, 'deliver', {
      photograph: `data:image/jpeg;base64,${large.toString('base64')}`,
    });
    expect(answer.statusCode).toBe(200);
    const { photograph } = answer.json<MailItem>().statuses[1]!;
    const picture = await desk.server.app.inject({
      url: photograph!.downloadURL,
      headers: { 'x-auth-username': desk.clerk.email, 'x-auth-password': desk.clerk.password },
    });
    expect(await sharp(picture.rawPayload).metadata()).toMatchObject({
      format: 'jpeg',
      width: 2000,
      height: 1500,
    });
  });

  test('a collector outside the directory is a name', async () => {
    const { id } = await scan();
    const item = (await desk.step(id, 'deliver', { collectedByName: 'Żółw' })).json<MailItem>();
    expect(item.statuses[1]!.collectedBy).toEqual({ name: 'Żółw' });
  });

  test.each([
    ['another id than the address', { id: 1 }, 'id'],
    ['a collector nobody knows', { collectedBy: { id: 987_654_321 } }, 'collectedBy'],
    ['a center there is not', { center: { id: 987_654_321 } }, 'center'],
    ['a signature that is no image', { signature: 'data:image/png;base64,PHN2Zz48L3N2Zz4=' }, 'signature'],
    ['a photograph that is no base64', { photograph: '%%%' }, 'photograph'],
    ['a note too long', { note: 'x'.repeat(2001) }, 'note'],
    ['a note that is no text', { note: { text: 'x' } }, 'note'],
  ])('%s is refused and changes nothing', async (_name, body, field) => {
    const item = await scan();
    const answer = await desk.step(item.id, 'transfer', body);
    expect([answer.statusCode, errorOf(answer).field]).toEqual([400, field]);
    expect(await desk.show(item.id)).toEqual(item);
  });

  test('the key of a repeated step answers what the first did', async () => {
    const { id } = await scan();
    const headers = { 'idempotency-key': freshNumber() };
    const call = () => desk.clerk.call('PUT', `/mail/items/${id}/deliver`, { note: 'x' }, { headers });
    const [first, second] = [await call(), await call()];
    expect(second.statusCode).toBe(200);
    expect(second.json()).toEqual(first.json());
  });
});

describe('many parcels', () => {
  const deliver = (body: unknown) => desk.clerk.call('PUT', '/mail/items/deliver', body);

  test('are delivered together, in order; one signature is one file', async () => {
    const items = [await scan(), await scan(), await scan()];
    const signature = await drawing('navy');
    const files = async () =>
      (await desk.server.owner.query('SELECT FROM stored_file WHERE owner_module = $1', ['mail'])).rowCount!;
    const before = await files();
    const answer = await deliver(
      items.map(({ id }, n) => ({ id: String(id), signature, note: `note ${n}` })),
    );
    expect(answer.statusCode).toBe(200);
    const after = answer.json<MailItem[]>();
    expect(after.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    expect(after.map(({ currentQueue }) => currentQueue)).toEqual(['OUT', 'OUT', 'OUT']);
    expect(after.map(({ statuses }) => statuses[1]!.note)).toEqual(['note 0', 'note 1', 'note 2']);
    expect(new Set(after.map(({ statuses }) => statuses[1]!.signature!.id)).size).toBe(1);
    expect(await files()).toBe(before + 1);
  });

  test('one as an object is answered by an object; none by none', async () => {
    const { id } = await scan();
    expect((await deliver({ id })).json()).toMatchObject({ id, currentQueue: 'OUT' });
    expect((await deliver([])).json()).toEqual([]);
  });

  test('all or none: an element that cannot be delivered stops them all', async () => {
    const done = await scan();
    await desk.step(done.id, 'deliver');
    const far = await scan();
    await desk.step(far.id, 'transfer', { center: { id: desk.farCenter } });
    const good = await scan();
    const bad: [unknown, number, string | undefined][] = [
      [{}, 400, '[1].id'],
      [{ id: 'x' }, 400, '[1].id'],
      [null, 400, '[1]'],
      [{ id: 987_654_321 }, 404, '[1].id'],
      [{ id: done.id }, 409, '[1].id'],
      [{ id: good.id }, 400, '[1].id'],
      [{ id: far.id }, 403, undefined],
      [{ id: (await scan()).id, signature: 'AAAA' }, 400, '[1].signature'],
      [{ id: (await scan()).id, collectedBy: { id: 987_654_321 } }, 400, '[1].collectedBy'],
    ];
    for (const [element, status, field] of bad) {
      const answer = await deliver([{ id: good.id }, element]);
      expect([answer.statusCode, errorOf(answer).field]).toEqual([status, field]);
      expect(await desk.show(good.id)).toEqual(good);
    }
  });
});

test('what is not at the desk takes no step', async () => {
  const gone = await scan();
  await desk.manager.call('DELETE', `/mail/items/${gone.id}`);
  for (const id of [gone.id, 0, -1, 1.5, 'x', 987_654_321, '99999999999999999999'])
    for (const step of ['deliver', 'checkout', 'pending', 'transfer', 'addComment']) {
      const body = step === 'addComment' ? { comment: 'x' } : undefined;
      const answer = await desk.clerk.call('PUT', `/mail/items/${id}/${step}`, body);
      expect([id, step, answer.statusCode]).toEqual([id, step, 404]);
    }
});

test('a comment is no step; all of them stay, by either verb', async () => {
  const { id, dateUpdated } = await scan();
  const first = await desk.step(id, 'addComment', { comment: 'This is a comment!' });
  expect(first.statusCode).toBe(200);
  const second = await desk.manager.call('POST', `/mail/items/${id}/addComment`, { comment: ' <b>&amp; ' });
  const item = second.json<MailItem>();
  expect(item.comments).toMatchObject([
    { content: 'This is a comment!', enteredBy: { id: desk.clerk.id } },
    { content: ' <b>&amp; ', enteredBy: { id: desk.manager.id } },
  ]);
  expect(codes(item)).toEqual(['checkin']);
  expect(item.dateUpdated).toBeGreaterThan(dateUpdated);
  for (const body of [
    undefined,
    {},
    { comment: '' },
    { comment: null },
    { comment: ['x'] },
    { comment: '  ' },
  ])
    expect((await desk.step(id, 'addComment', body)).statusCode).toBe(400);
});

test('customers take no step', async () => {
  const { id } = await desk.scan({ toUser: { id: desk.employee.id } });
  for (const step of ['deliver', 'checkout', 'pending', 'transfer', 'addComment'])
    expect((await desk.employee.call('PUT', `/mail/items/${id}/${step}`, {})).statusCode).toBe(403);
  expect((await desk.employee.call('PUT', '/mail/items/deliver', [{ id }])).statusCode).toBe(403);
});
