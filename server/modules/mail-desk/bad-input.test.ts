import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MailItem } from '#contract/mail.ts';
import { projectRoot } from '#server/lib/root.ts';
import { freshNumber, mailDesk } from '../../../test/mail-desk.ts';

const desk = mailDesk();
const checkIn = (body: unknown) => desk.clerk.call('POST', '/mail/items/checkin', body);
const errorOf = (answer: { json(): unknown }) =>
  (answer.json() as { error: { message: string; field?: string } }).error;
/** Changes with every write: what is refused must leave it as it was. */
const state = async () =>
  (
    await desk.server.owner.query(
      `SELECT count(*) AS items, max(date_updated) AS last,
         (SELECT count(*) FROM mail_status) AS statuses, (SELECT count(*) FROM mail_comment) AS comments
       FROM mail_item`,
    )
  ).rows;

const references = [
  'toUser',
  'deliverTo',
  'fromUser',
  'route',
  'courier',
  'packageType',
  'center',
  'mailStop',
  'location',
];
const impossible = [
  ...[
    0,
    -1,
    1.5,
    1e300,
    987_654_321,
    9_007_199_254_740_991,
    '987654321',
    '',
    'x',
    '1; DROP TABLE mail_item',
    true,
    [],
    {},
    null,
  ].map((id) => ({ id })),
  { id: { id: 1 } },
  { name: 'no id' },
  5,
  '5',
  true,
  [],
  [{ id: 1 }],
];

describe('references', () => {
  test.each(references)('%s: whatever points to nothing is refused and named', async (name) => {
    const item = await desk.scan({ trackingNumber: freshNumber() });
    const before = await state();
    for (const value of impossible) {
      const scan = await checkIn([{ recipientName: 'x', [name]: value }]);
      expect([value, scan.statusCode]).toEqual([value, 400]);
      expect(errorOf(scan).field).toContain(`[0].${name}`);
      expect(errorOf(scan).message).toContain(name);
      const edit = await desk.clerk.call('PUT', `/mail/items/${item.id}`, { sender: 'x', [name]: value });
      expect([value, edit.statusCode]).toEqual([value, 400]);
      expect(errorOf(edit).field).toContain(name);
    }
    expect(await state()).toEqual(before);
  });
});

describe('texts', () => {
  const limits = { trackingNumber: 200, recipientName: 300, sender: 300, deliveryType: 100 };
  test.each(Object.entries(limits))('%s up to %i characters, and no NUL', async (name, max) => {
    const whole = await desk.scan({ recipientName: 'x', [name]: 'ż'.repeat(max) });
    expect(whole).toMatchObject({ [name]: 'ż'.repeat(max) });
    for (const text of [
      'x'.repeat(max + 1),
      'x'.repeat(100_000),
      'a\u0000b',
      '\ud800',
      { a: 1 },
      ['x'],
      true,
    ]) {
      const answer = await checkIn([{ recipientName: 'x', toUser: { id: desk.employee.id }, [name]: text }]);
      expect(answer.statusCode).toBe(400);
      expect(errorOf(answer).field).toBe(`[0].${name}`);
    }
  });

  test('naughty strings are stored letter by letter, or refused', async () => {
    const file = resolve(projectRoot, '../shared/data/bad-input/naughty-strings/blns.json');
    const strings = JSON.parse(readFileSync(file, 'utf8')) as string[];
    expect(strings.length).toBeGreaterThan(400);
    let stored = 0;
    for (const [index, text] of strings.entries()) {
      const answer = await checkIn({ trackingNumber: text, recipientName: text, sender: 'blns' });
      expect([200, 400]).toContain(answer.statusCode);
      if (answer.statusCode !== 200) continue;
      const item = answer.json<MailItem>();
      if (item.duplicate) continue; // alike but for spaces and signs
      stored += 1;
      expect(item.recipientName).toBe(text);
      if (item.trackingNumber !== undefined) expect(item.trackingNumber).toBe(text);
      const said = await desk.step(item.id, 'addComment', { comment: text });
      if (said.statusCode === 200) expect(said.json<MailItem>().comments[0]!.content).toBe(text);
      else expect([said.statusCode, text.trim()]).toEqual([400, '']);
      const query = encodeURIComponent(text);
      if (index % 5 === 0 && text.length > 0 && text.length <= 200 && item.trackingNumber !== undefined) {
        const found = await desk.clerk.call('GET', `/mail/items?limit=500&search=${query}`);
        expect(found.json<MailItem[]>().map(({ id }) => id)).toContain(item.id);
      }
    }
    expect(stored).toBeGreaterThan(350);
  }, 180_000);

  test('any text comes back as it was sent, and is found by any part of it', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .filter((value) => !value.includes('\0'));
    await fc.assert(
      fc.asyncProperty(text, fc.nat(), fc.nat(), async (words, from, length) => {
        const trackingNumber = `${freshNumber()} ${words}`.slice(0, 200);
        fc.pre(trackingNumber.isWellFormed());
        const item = await desk.scan({ trackingNumber, sender: words });
        expect(item).toMatchObject({ trackingNumber, sender: words });
        const letters = [...trackingNumber];
        const start = from % letters.length;
        const part = letters.slice(start, start + 1 + (length % letters.length)).join('');
        const path = `/mail/items?limit=500&orderByType=desc&search=${encodeURIComponent(part)}`;
        const found = (await desk.clerk.call('GET', path)).json<MailItem[]>();
        expect(found.map(({ id }) => id)).toContain(item.id);
      }),
      { numRuns: 50 },
    );
  }, 180_000);
});

describe('bodies', () => {
  const raw = (method: 'POST' | 'PUT', path: string, payload: string, type = 'application/json') =>
    desk.clerk.call(method, path, undefined, { payload, headers: { 'content-type': type } });

  test.each([
    '',
    '{',
    '[1,',
    'null',
    '5',
    '"text"',
    'true',
    '[[]]',
    '[null]',
    '\uFEFF{}',
    '{"trackingNumber":}',
    'undefined',
  ])('check-in of %j is refused', async (payload) => {
    const before = await state();
    expect((await raw('POST', '/mail/items/checkin', payload)).statusCode).toBe(400);
    expect(await state()).toEqual(before);
  });

  test('other kinds of body are refused', async () => {
    for (const type of ['text/plain', 'application/xml', 'text/html', 'multipart/form-data; boundary=x'])
      expect([400, 415]).toContain((await raw('POST', '/mail/items/checkin', '<a/>', type)).statusCode);
    const body = JSON.stringify({ trackingNumber: freshNumber() });
    const typed = await raw('POST', '/mail/items/checkin', body, 'APPLICATION/JSON; charset=utf-8');
    expect(typed.statusCode).toBe(200);
  });

  test('arrays where an object belongs, and the other way round, are refused', async () => {
    const { id } = await desk.scan({ trackingNumber: freshNumber() });
    for (const path of ['', '/deliver', '/checkout', '/addComment'])
      for (const payload of ['[]', '[{}]', '5', '"x"'])
        expect((await raw('PUT', `/mail/items/${id}${path}`, payload)).statusCode).toBe(400);
    for (const payload of ['{}', '5', '"x"', ''])
      expect((await raw('PUT', '/mail/items/deliver', payload)).statusCode).toBe(400);
  });

  test('keys that could reach a prototype are dropped', async () => {
    const payload = `{"recipientName":"x","__proto__":{"itemType":"PIGEON"},"constructor":{"prototype":{"sender":"y"}}}`;
    const answer = await raw('POST', '/mail/items/checkin', payload);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).not.toHaveProperty('sender');
  });

  test('any JSON at all is answered below 500 and never half done', async () => {
    const element = fc.record(
      Object.fromEntries(
        [
          ...references,
          'trackingNumber',
          'recipientName',
          'itemType',
          'deliveryType',
          'note',
          'comment',
          'id',
        ].map((name) => [
          name,
          fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom({}, null, '', 'INBOUND')),
        ]),
      ),
      { requiredKeys: [] },
    );
    const { id } = await desk.scan({ trackingNumber: freshNumber() });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(element, fc.array(element, { maxLength: 3 }), fc.jsonValue()),
        async (body) => {
          const payload = JSON.stringify(body);
          for (const [method, path] of [
            ['POST', '/checkin'],
            ['PUT', '/deliver'],
            ['PUT', `/${id}`],
            ['PUT', `/${id}/transfer`],
            ['PUT', `/${id}/addComment`],
          ] as const) {
            const before = await state();
            const answer = await raw(method, `/mail/items${path}`, payload);
            expect([path, answer.statusCode < 500]).toEqual([path, true]);
            if (answer.statusCode >= 400) expect(await state()).toEqual(before);
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 180_000);
});

test.each(['0', '-1', '1.5', 'x', '1e3', '99999999999999999999', '%00', '1%20', '..%2f', '1;', "1'"])(
  'an address with the id %s is that of nothing',
  async (id) => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const answer = await desk.manager.call(method, `/mail/items/${id}`, method === 'PUT' ? {} : undefined);
      expect([method, answer.statusCode]).toEqual([method, 404]);
    }
  },
);
