import { expect, test } from 'vitest';
import type { MailItem } from '#contract/mail.ts';
import { freshNumber, mailDesk } from '../../../test/mail-desk.ts';

const desk = mailDesk();

test('of two clerks who deliver one parcel, one does and one is told', async () => {
  const { id } = await desk.scan({ trackingNumber: freshNumber() });
  const answers = await Promise.all([
    desk.step(id, 'deliver', { note: 'first' }),
    desk.manager.call('PUT', '/mail/items/deliver', [{ id, note: 'second' }]),
  ]);
  expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect((await desk.show(id)).statuses).toHaveLength(2);
});

test('ten scans of one number at once are one parcel', async () => {
  const trackingNumber = freshNumber();
  const items = await Promise.all(Array.from({ length: 10 }, () => desk.scan({ trackingNumber })));
  expect(new Set(items.map(({ id }) => id)).size).toBe(1);
  expect(items.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
  expect((await desk.show(items[0]!.id)).statuses).toHaveLength(1);
});

test('ten parallel repeats of one keyed batch are one batch', async () => {
  const headers = { 'idempotency-key': freshNumber() };
  const body = [{ recipientName: 'A' }, { recipientName: 'B' }];
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => desk.clerk.call('POST', '/mail/items/checkin', body, { headers })),
  );
  const ids = answers.map((answer) =>
    answer
      .json<MailItem[]>()
      .map(({ id }) => id)
      .join(),
  );
  expect(new Set(ids).size).toBe(1);
});

test('all that one request reads is of one moment', async () => {
  const item = await desk.scan({ trackingNumber: freshNumber() });
  const { rows } = await desk.server.owner.query<{ organisation: number }>(
    'SELECT organisation_id AS organisation FROM mail_item WHERE id = $1',
    [item.id],
  );
  const stamps = await desk.server.deps.db.read(rows[0]!.organisation, async (tx) => {
    const stamp = () => tx.query('SELECT date_updated FROM mail_item WHERE id = $1', [item.id]);
    const before = await stamp();
    await desk.step(item.id, 'pending');
    return [before, await stamp()];
  });
  expect(stamps[1]).toEqual(stamps[0]);
  expect((await desk.show(item.id)).currentQueue).toBe('PENDING');
});

test('a poller misses nothing while twenty write', async () => {
  const written = new Map<number, number>();
  const polled = new Map<number, number>();
  const note = (into: Map<number, number>, { id, dateUpdated }: MailItem) => {
    expect(dateUpdated).toBeGreaterThanOrEqual(into.get(id) ?? 0);
    into.set(id, dateUpdated);
  };
  let writing = true;
  async function write() {
    const { id } = await desk.scan({ trackingNumber: freshNumber() });
    for (let n = 1; n < 50; n += 1) {
      const answer =
        n % 2 ? desk.step(id, 'pending', { note: String(n) }) : desk.step(id, 'addComment', { comment: 'x' });
      note(written, (await answer).json<MailItem>());
    }
  }
  async function poll() {
    let cursor = 0;
    let last = false;
    while (!last) {
      last = !writing; // once more after the last write
      const path = `/mail/items?limit=500&orderBy=dateUpdated&modifiedOrCreatedAfter=${cursor}`;
      const page = (await desk.clerk.call('GET', path)).json<MailItem[]>();
      for (const item of page) note(polled, item);
      cursor = Math.max(cursor, ...page.map(({ dateUpdated }) => dateUpdated));
    }
  }
  const polling = poll();
  await Promise.all(Array.from({ length: 20 }, write));
  writing = false;
  await polling;
  expect(written.size).toBe(20);
  for (const [id, stamp] of written) expect([id, polled.get(id)]).toEqual([id, stamp]);
}, 60_000);
