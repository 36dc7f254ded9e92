import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import type { Notice } from '#contract/mail-notices.ts';
import { openMailer } from '#server/lib/mailer.ts';
import type { TestUser } from '../../../test/app.ts';
import { freshNumber, mailDesk } from '../../../test/mail-desk.ts';
import { compose, escapeHtml, type Letter } from './letter.ts';
import { retryWait } from './send.ts';
import { sendDueNotices } from './service.ts';

const desk = mailDesk();

/** A mail server that takes what it is sent, or refuses at a step of the conversation with a line of its own. */
async function smtpServer(refusals: { greeting?: string; rcpt?: string; data?: string } = {}) {
  const heard: string[] = [];
  const server: Server = createServer((socket) => {
    let message: string | undefined;
    socket.on('error', () => {});
    socket.write(`${refusals.greeting ?? '220 test'}\r\n`);
    socket.on('data', (bytes) => {
      const text = bytes.toString();
      if (message !== undefined) {
        message += text;
        if (!message.endsWith('\r\n.\r\n')) return;
        heard.push(message);
        message = undefined;
        return void socket.write('250 taken\r\n');
      }
      if (text.startsWith('QUIT')) return void socket.end('221 bye\r\n');
      if (text.startsWith('RCPT') && refusals.rcpt) return void socket.write(`${refusals.rcpt}\r\n`);
      if (!text.startsWith('DATA')) return void socket.write('250 ok\r\n');
      if (refusals.data) return void socket.write(`${refusals.data}\r\n`);
      message = '';
      socket.write('354 go on\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const config = { ...desk.server.deps.config, smtpUrl: `smtp://127.0.0.1:${port}` };
  const mailer = openMailer(config);
  const stop = async () => {
    await mailer.close();
    server.close();
  };
  stops.push(stop);
  return { heard, refusals, stop, needs: { ...desk.server.deps, mailer } };
}
const stops: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(stops.map((stop) => stop())));

// Each test sends its own messages alone.
beforeEach(() => desk.server.owner.query('DELETE FROM mail_notice'));

/** Somebody who may be written to at any time. */
async function reader(): Promise<TestUser> {
  const person = await desk.admin.person();
  await person.call('PUT', '/mail/preferences', { quietWeekdays: [], from: '00:00', until: '23:59' });
  return person;
}
const scanFor = (person: TestUser, more: object = {}) =>
  desk.scan({ trackingNumber: freshNumber(), toUser: { id: person.id }, ...more });
const hurry = () =>
  desk.server.owner.query(`UPDATE mail_notice SET due = now() - interval '1 second' WHERE state = 'waiting'`);
const noticesTo = async (person: TestUser) =>
  (await desk.clerk.call('GET', '/mail/notices?limit=500'))
    .json<Notice[]>()
    .filter((notice) => notice.to.id === person.id);

test('a message is sent once, when it is due, and says what lies where', async () => {
  const { heard, needs } = await smtpServer();
  const person = await reader();
  const item = await scanFor(person, { sender: 'A & <b>Sons</b>' });
  await sendDueNotices(needs);
  expect(heard).toEqual([]);
  await hurry();
  await Promise.all([sendDueNotices(needs), sendDueNotices(needs), sendDueNotices(needs)]);
  expect(heard).toHaveLength(1);
  const text = heard[0]!.replaceAll('=\r\n', '').replaceAll('=3D', '=');
  expect(text).toContain('Subject: A parcel for you has arrived');
  expect(text).toContain(`To: ${person.email}`);
  expect(text).toContain(item.trackingNumber);
  expect(text).toContain(`http://localhost:3000/mail/${item.id}`);
  expect(text).toContain('A &amp; &lt;b&gt;Sons&lt;/b&gt;');
  expect(await noticesTo(person)).toMatchObject([{ state: 'sent', attempts: 1, itemIds: [item.id] }]);
  await hurry();
  await sendDueNotices(needs);
  expect(heard).toHaveLength(1);
});

test('without a mail server messages are left in the outbox', async () => {
  const person = await reader();
  const item = await scanFor(person);
  await hurry();
  await sendDueNotices(desk.server.deps);
  const outbox = join(desk.server.deps.config.dataDir, 'outbox');
  const letters = await Promise.all(
    (await readdir(outbox)).map((name) => readFile(join(outbox, name), 'utf8')),
  );
  expect(letters.filter((text) => text.includes(item.trackingNumber!))).toHaveLength(1);
});

test('while the mail server is down messages wait, are seen to wait, and go out when it is back', async () => {
  const { heard, needs, refusals } = await smtpServer({ greeting: '421 closed for today' });
  const people = [await reader(), await reader(), await reader(), await reader()];
  for (const person of people) await scanFor(person);
  await hurry();
  const before = Date.now();
  await sendDueNotices(needs);
  expect(heard).toEqual([]);
  const tried = (await Promise.all(people.map(noticesTo))).flat().filter(({ attempts }) => attempts > 0);
  expect(tried).toHaveLength(3); // then it is the server's fault, and the rest need not be tried
  for (const { state, lastError, due } of tried) {
    expect({ state, lastError }).toEqual({
      state: 'waiting',
      lastError: expect.stringContaining('closed for today'),
    });
    expect(due).toBeGreaterThanOrEqual(before + 60_000);
  }
  delete refusals.greeting;
  await sendDueNotices(needs);
  await hurry();
  await sendDueNotices(needs);
  expect(heard).toHaveLength(4);
  const after = (await Promise.all(people.map(noticesTo))).flat();
  expect(after.map(({ state, lastError }) => [state, lastError])).toEqual(
    people.map(() => ['sent', undefined]),
  );
});

test('what the server does not take is tried again for three days, then given up; the desk can begin anew', async () => {
  const { heard, needs, refusals } = await smtpServer({ data: '452 disk full' });
  const person = await reader();
  await scanFor(person);
  let tries = 0;
  for (let state = 'waiting'; state === 'waiting'; tries += 1) {
    await hurry();
    await sendDueNotices(needs);
    const [notice] = await noticesTo(person);
    expect(notice!.attempts).toBe(tries + 1);
    state = notice!.state;
  }
  expect(tries).toBe(29);
  const [{ id }] = (await noticesTo(person)) as [Notice];
  delete refusals.data;
  await sendDueNotices(needs);
  expect(heard).toEqual([]);
  const retried = await desk.clerk.call('POST', `/mail/notices/${id}/retry`);
  expect(retried.json()).toMatchObject({ id, state: 'waiting', attempts: 0 });
  await sendDueNotices(needs);
  expect(heard).toHaveLength(1);
  expect((await desk.clerk.call('POST', `/mail/notices/${id}/retry`)).statusCode).toBe(409);
  expect((await desk.clerk.call('POST', '/mail/notices/999999/retry')).statusCode).toBe(404);
});

test('an address that the server knows nothing of is not tried again', async () => {
  const { needs } = await smtpServer({ rcpt: '550 no such mailbox' });
  const person = await reader();
  await scanFor(person);
  await hurry();
  await sendDueNotices(needs);
  expect(await noticesTo(person)).toMatchObject([
    { state: 'failed', attempts: 1, lastError: expect.stringContaining('no such mailbox') },
  ]);
});

test('a process that died while sending has tried once; the message is free again after its lease', async () => {
  const { heard, needs } = await smtpServer();
  const person = await reader();
  await scanFor(person);
  await hurry();
  await needs.db.query('SELECT claim_mail_notice(600)');
  await sendDueNotices(needs);
  expect(heard).toEqual([]);
  // A letter that is being written takes nothing more; what comes meanwhile is another message.
  const later = await scanFor(person);
  expect((await noticesTo(person)).map(({ itemIds }) => itemIds.includes(later.id))).toEqual([false, true]);
  await desk.server.owner.query(
    `UPDATE mail_notice SET leased_until = now() - interval '1 s' WHERE leased_until IS NOT NULL`,
  );
  await sendDueNotices(needs);
  expect(heard).toHaveLength(1);
});

test('quiet times that began meanwhile are kept', async () => {
  const { heard, needs } = await smtpServer();
  const person = await reader();
  await scanFor(person);
  await desk.server.owner.query(
    `UPDATE mail_preference SET quiet_weekdays = ARRAY[extract(isodow FROM now() AT TIME ZONE 'Europe/Warsaw')::int]
     WHERE user_id = $1`,
    [person.id],
  );
  await hurry();
  await sendDueNotices(needs);
  expect(heard).toEqual([]);
  const [notice] = await noticesTo(person);
  expect(notice).toMatchObject({ state: 'waiting', attempts: 0 });
  expect(notice!.due).toBeGreaterThan(Date.now());
});

test('parcels that are gone drop out of a message, and a message about nothing is dropped', async () => {
  const { heard, needs } = await smtpServer();
  const [one, two, leaver, silent] = [await reader(), await reader(), await reader(), await reader()];
  const [kept, gone] = [await scanFor(one), await scanFor(one)];
  await desk.step(gone.id, 'deliver');
  await desk.step((await scanFor(two)).id, 'deliver');
  await scanFor(leaver);
  await scanFor(silent);
  await desk.admin.call('DELETE', `/users/${leaver.id}`);
  await silent.call('PUT', '/mail/preferences', { arrival: false });
  await hurry();
  await sendDueNotices(needs);
  expect(heard).toHaveLength(1);
  expect(heard[0]).toContain(kept.trackingNumber);
  expect(heard[0]).not.toContain(gone.trackingNumber);
  expect(await noticesTo(one)).toMatchObject([{ state: 'sent', itemIds: [kept.id] }]);
  for (const person of [two, leaver, silent]) expect(await noticesTo(person)).toEqual([]);
});

test('people without a password are written to', async () => {
  const { heard, needs } = await smtpServer();
  const email = `new${Date.now()}@example.com`;
  const created = await desk.admin.call('POST', '/users', { firstName: 'New', lastName: 'Person', email });
  const { id } = created.json<{ id: number }>();
  await desk.server.owner.query(
    `INSERT INTO mail_preference (organisation_id, user_id, quiet_weekdays, send_from, send_until)
     SELECT organisation_id, id, '{}', '00:00', '23:59' FROM app_user WHERE id = $1`,
    [id],
  );
  await desk.scan({ trackingNumber: freshNumber(), toUser: { id } });
  await hurry();
  await sendDueNotices(needs);
  expect(heard).toHaveLength(1);
});

test('who collects and whose it was read different sentences', async () => {
  const { heard, needs } = await smtpServer();
  const [person, collector] = [await reader(), await reader()];
  const { id } = await scanFor(person);
  await desk.step(id, 'deliver', { collectedBy: { id: collector.id } });
  // Letters of other tests may come first, and a server that was too busy to answer is asked again.
  await vi.waitFor(
    async () => {
      await hurry();
      await sendDueNotices(needs);
      for (const { email } of [person, collector]) expect(heard.join('')).toContain(`To: ${email}`);
    },
    { timeout: 30_000 },
  );
  const subjectTo = (to: TestUser) =>
    /Subject: (.*)\r\n/.exec(heard.find((text) => text.includes(`To: ${to.email}`))!)?.[1];
  const nameOf = async ({ id: who }: TestUser) =>
    (await desk.admin.call('GET', `/users/${who}`)).json<{ name: string }>().name;
  expect(subjectTo(person)).toBe(`${await nameOf(collector)} collected a parcel for you`);
  expect(subjectTo(collector)).toBe(`You collected a parcel for ${await nameOf(person)}`);
});

test('waits grow from a minute to three hours, for three days', () => {
  const waits = Array.from({ length: 28 }, (_, index) => retryWait(index + 1)! / 60_000);
  expect(waits.slice(0, 6)).toEqual([1, 5, 15, 60, 180, 180]);
  expect(waits.slice(4).reduce((sum, wait) => sum + wait, 0)).toBe(3 * 24 * 60);
  expect(retryWait(29)).toBeUndefined();
});

test('no name, number or sender writes HTML or a line of its own', () => {
  const nasty = fc.string({ unit: fc.constantFrom(...'<>&"\'\r\n\u2028 aß/'), minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(
      nasty,
      nasty,
      fc.constantFrom('arrival', 'reminder', 'delegate', 'delivered' as const),
      (a, b, kind) => {
        const item = {
          id: 7,
          courier: a,
          tracking: a,
          running: null,
          sender: b,
          center: a,
          rack: b,
          person: a,
          collector: b,
          byAddressee: false,
        };
        const letter = { kind, email: 'a@b.example', firstName: b, items: [item] } as Letter;
        const usual = compose(
          {
            ...letter,
            firstName: 'x',
            items: [
              {
                ...item,
                courier: 'x',
                tracking: 'x',
                sender: 'x',
                center: 'x',
                rack: 'x',
                person: 'x',
                collector: 'x',
              },
            ],
          },
          'https://a.example',
        );
        const { text, html } = compose(letter, 'https://a.example');
        const tags = (page: string) => page.match(/<[^>]*>/g);
        expect(tags(html!)).toEqual(tags(usual.html!));
        expect(text.split('\n')).toHaveLength(usual.text.split('\n').length);
        expect(escapeHtml(a)).not.toMatch(/[<>"']/);
      },
    ),
  );
});
