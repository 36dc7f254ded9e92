import { expect, test } from 'vitest';
import type { Message } from '#server/lib/mailer.ts';
import { testServer } from '../../../test/app.ts';
import { sendDigests } from './service.ts';

const server = await testServer();
const { owner } = server;
const admin = await server.register();
const [reader, other] = [await admin.person(), await admin.person()];
const { rows } = await owner.query<{ organisation: number }>(
  'SELECT organisation_id AS organisation FROM app_user WHERE id = $1',
  [reader.id],
);
const { organisation } = rows[0]!;

const sent: Message[] = [];
const outage = { on: false };
const mailer = {
  close: async () => {},
  send: async (message: Message) => {
    if (outage.on) throw new Error('421 come back later');
    sent.push(message);
  },
};
// A Wednesday at noon: their days without messages are Saturdays and Sundays.
const WEDNESDAY = new Date('2027-03-03T11:00:00Z');
const run = (now = WEDNESDAY) => sendDigests({ ...server.deps, mailer }, undefined, now);
const due = () =>
  owner.query(`UPDATE app_notice SET digest_due = now() - interval '1 minute', leased_until = NULL
    WHERE digest_due IS NOT NULL`);
let serial = 0;
const tell = (person: number, kind: string, what: string, facts: object) =>
  owner.query('SELECT tell($1, $2, $3, $4, $5, 1, $6, $7)', [
    organisation,
    person,
    kind,
    what,
    'audit',
    JSON.stringify(facts),
    String((serial += 1)),
  ]);
const choose = async (digestHour = 8) => {
  const kinds = [
    { kind: 'audit', email: 'digest' },
    { kind: 'request-progress', email: 'digest', inApp: false },
  ];
  for (const person of [reader, other])
    expect((await person.call('PUT', '/notices/preferences', { digestHour, kinds })).statusCode).toBe(200);
};

test('one letter a person and day, by kind, of what is unread; two runners send it once, and never an empty one', async () => {
  await choose();
  await tell(reader.id, 'audit', 'audit-soon', { audit: 'Spring\r\nBcc: x', due: WEDNESDAY.getTime() });
  await tell(reader.id, 'audit', 'audit-opened', { audit: 'Seen' });
  await tell(reader.id, 'request-progress', 'request-completed', { request: 7, type: 'Lamp' });
  await tell(reader.id, 'move-message', 'move-comment', { move: 1, description: 'At once' });
  await tell(other.id, 'audit', 'audit-opened', { audit: 'Read by then' });
  await run();
  expect(sent).toEqual([]); // it is not their hour yet
  const { id } = (await other.call('GET', '/notices')).json<{ id: number }[]>()[0]!;
  await other.call('POST', `/notices/${id}/read`);
  const seen = (await reader.call('GET', '/notices')).json<{ id: number; facts: { audit: string } }[]>();
  await reader.call('POST', `/notices/${seen.find(({ facts }) => facts.audit === 'Seen')!.id}/read`);
  await due();
  await Promise.all([run(), run(), run()]);
  expect(sent.map(({ to, subject }) => [to, subject])).toEqual([[reader.email, '2 notices for you']]);
  expect(sent[0]!.text).toContain(
    'Your requests\n  - Request 7, Lamp: It is done\n\nAsset audits\n  - An asset audit is due soon: Spring Bcc: x, 3 Mar 2027, 12:00',
  );
  expect(sent[0]!.text).not.toMatch(/Seen|At once/);
  await due();
  await run();
  expect(sent).toHaveLength(1);
});

test('a server that takes nothing is asked again; on a day without messages it waits; no kind, no digest', async () => {
  sent.length = 0;
  await tell(reader.id, 'audit', 'audit-opened', { audit: 'Later' });
  const state = async () =>
    (
      await owner.query<{ wait: number | null; error: string | null }>(
        `SELECT round(extract(epoch FROM digest_due - $1) / 60)::int AS wait, last_error AS error
         FROM app_notice WHERE facts->>'audit' = 'Later'`,
        [WEDNESDAY],
      )
    ).rows[0]!;
  await due();
  outage.on = true;
  await run();
  outage.on = false;
  expect(await state()).toEqual({ wait: 1, error: '421 come back later' });
  await due();
  await run(new Date('2027-03-06T07:00:00Z')); // a Saturday
  expect((await state()).wait).toBe(4 * 24 * 60 + 20 * 60); // the Monday, at the same hour
  expect(sent).toEqual([]);
  await reader.call('PUT', '/notices/preferences', { kinds: [{ kind: 'audit', email: 'never' }] });
  await due();
  await run();
  expect(sent).toEqual([]);
});

test('the letter speaks the reader’s language', async () => {
  sent.length = 0;
  await owner.query("UPDATE app_user SET language = 'de' WHERE id = $1", [other.id]);
  await tell(other.id, 'booking-approval', 'booking-awaiting', { organiser: 'Al', space: 'Aula', since: 0 });
  await due();
  await run();
  const [letter] = sent.filter(({ to }) => to === other.email);
  expect(letter!.subject).toBe('Eine Benachrichtigung für Sie');
  expect(letter!.text).toContain(
    'Genehmigung warten\n  - Eine Buchung wartet auf Ihre Genehmigung: Aula, Aula, 01.01.1970, 01:00 (Al)',
  );
});

test('the hour is that of the organisation’s clocks, and what waits follows it', async () => {
  await choose(6);
  await tell(reader.id, 'audit', 'audit-soon', { audit: 'Hour' });
  const hours = async () =>
    (
      await owner.query<{ hour: string; soon: boolean }>(
        `SELECT to_char(digest_due AT TIME ZONE 'Europe/Warsaw', 'HH24:MI') AS hour,
           digest_due > now() AND digest_due <= now() + interval '25 hours' AS soon
         FROM app_notice WHERE facts->>'audit' = 'Hour'`,
      )
    ).rows;
  expect(await hours()).toEqual([{ hour: '06:00', soon: true }]);
  await choose(17);
  expect(await hours()).toEqual([{ hour: '17:00', soon: true }]);
  await owner.query('DELETE FROM app_notice');
});
