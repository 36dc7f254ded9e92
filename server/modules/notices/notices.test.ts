import { expect, test } from 'vitest';
import {
  type AppNotice,
  type AppNoticeKind,
  type NoticePreferences,
  noticeWhats,
} from '#contract/notices.ts';
import { testServer, type TestUser } from '../../../test/app.ts';
import { make, send, type Site } from '../../../test/records.ts';
import { sentenceOf } from './digest-words.ts';
import { removeOldNotices } from './service.ts';

// What each queue of letters tells in the app, what a person's choice does to the letter, and reading.

const server = await testServer();
const { owner } = server;
const admin = await server.register();
const { rows: homes } = await owner.query<{ organisation: number }>(
  'SELECT organisation_id AS organisation FROM app_user WHERE id = $1',
  [admin.id],
);
const { organisation } = homes[0]!;
const site: Site = { server, admin, organisation, word: 'W' };
const reader = await admin.person();
const get = async <T>(path: string, by: TestUser = reader) => (await by.call('GET', path)).json<T>();
const unread = async () => (await get<{ count: number }>('/notices/count?unread=true')).count;

/** One letter to the reader in each queue, as the services write them; and whether it waits to be sent. */
type Queue = {
  kind: AppNoticeKind;
  what: string;
  write: string;
  waits: string;
  record: () => Promise<number>;
};
const me = `${organisation}, ${reader.id}`;
const queues: Record<string, Queue> = {
  mail_notice: {
    kind: 'parcel-arrived',
    what: 'parcel-arrived',
    record: () => make(site, 'mailItem'),
    write: `WITH n AS (INSERT INTO mail_notice (organisation_id, to_user_id, kind, due, date_created, date_updated)
        VALUES (${me}, 'arrival', now(), now(), now()) RETURNING id)
      INSERT INTO mail_notice_item SELECT ${organisation}, n.id, $1 FROM n`,
    waits: `SELECT FROM mail_notice WHERE to_user_id = ${reader.id} AND state = 'waiting'`,
  },
  booking_letter: {
    kind: 'booking-invitation',
    what: 'invitation-made',
    record: () => make(site, 'reservation'),
    write: `INSERT INTO booking_letter (organisation_id, reservation_id, part, email, wish, version, due, date_created, date_updated)
      VALUES (${organisation}, $1, 'guest', '${reader.email.toUpperCase()}', 'request', 1, now(), now(), now())`,
    waits: `SELECT FROM booking_letter WHERE wish IS NOT NULL AND fold(email) = '${reader.email}'`,
  },
  service_letter: {
    kind: 'request-comment',
    what: 'work-comment',
    record: async () => {
      const request = await make(site, 'serviceRequest');
      await send(site, 'POST', `/maintenance/requests/${request}/addComment`, { comment: 'Look at\nthis' });
      return request;
    },
    write: `INSERT INTO service_letter (organisation_id, user_id, service_request_id, due) VALUES (${me}, $1, now())`,
    waits: `SELECT FROM service_letter WHERE user_id = ${reader.id} AND due IS NOT NULL`,
  },
  move_letter: {
    kind: 'move-approval',
    what: 'team-move-opened',
    record: () => make(site, 'moveRequest'),
    write: `INSERT INTO move_letter (organisation_id, user_id, move_request_id, due) VALUES (${me}, $1, now())`,
    waits: `SELECT FROM move_letter WHERE user_id = ${reader.id} AND due IS NOT NULL`,
  },
  asset_letter: {
    kind: 'loan-due',
    what: 'lent-overdue',
    record: () => make(site, 'assetLoan'),
    write: `INSERT INTO asset_letter (organisation_id, user_id, loan_id, kind, due) VALUES (${me}, $1, 'overdue', now())`,
    waits: `SELECT FROM asset_letter WHERE user_id = ${reader.id} AND due IS NOT NULL`,
  },
  asset_audit_letter: {
    kind: 'audit',
    what: 'audit-opened',
    record: () => make(site, 'assetAudit'),
    write: `INSERT INTO asset_audit_letter (organisation_id, user_id, audit_id, kind, due) VALUES (${me}, $1, 'opened', now())`,
    waits: `SELECT FROM asset_audit_letter WHERE user_id = ${reader.id} AND due IS NOT NULL`,
  },
  leave_letter: {
    kind: 'leave-approval',
    what: 'team-leave-asked',
    record: () => make(site, 'leave'),
    write: `INSERT INTO leave_letter (organisation_id, user_id, leave_event_id, role, due)
      SELECT ${me}, id, 'approver', now() FROM leave_event WHERE leave_id = $1 AND kind = 'asked'`,
    waits: `SELECT FROM leave_letter WHERE user_id = ${reader.id} AND due IS NOT NULL`,
  },
};

test('every queue of letters tells people, and every sentence that it can tell is known', async () => {
  const { rows } = await owner.query<{ name: string; tells: boolean }>(
    `SELECT c.relname AS name, EXISTS (SELECT FROM pg_trigger t WHERE t.tgname = 'tell_person'
       AND t.tgrelid = CASE c.relname WHEN 'mail_notice' THEN 'mail_notice_item'::regclass ELSE c.oid END) AS tells
     FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
       AND (c.relname LIKE '%\\_letter' OR c.relname = 'mail_notice') ORDER BY 1`,
  );
  expect(rows).toEqual(
    Object.keys(queues)
      .toSorted()
      .map((name) => ({ name, tells: true })),
  );
  // The words of the queues' own columns, from their constraints: a new one needs its sentence.
  const wordsOf = async (table: string) => {
    const { rows: checks } = await owner.query<{ check: string }>(
      `SELECT pg_get_constraintdef(oid) AS check FROM pg_constraint
       WHERE conrelid = $1::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%kind = ANY%'`,
      [table],
    );
    return [...checks[0]!.check.matchAll(/'([a-z-]+)'::text/g)].map(([, word]) => word!);
  };
  const whats = Object.values(noticeWhats).flat();
  const silent = ['unassigned', 'withdrawn', 'rated']; // of one's own request
  // Which steps of a leave are written to whom: queueLetters of leaves/letter-repository.ts.
  const leaveSteps = {
    leave: ['endorsed', 'approved', 'rejected', 'withdrawn', 'cancelled'],
    'team-leave': ['asked', 'changed', 'endorsed', 'withdrawn', 'cancelled'],
    'stand-in': ['approved', 'cancelled'],
  };
  const everyStep = [...new Set(Object.values(leaveSteps).flat())];
  expect((await wordsOf('leave_event')).toSorted()).toEqual(everyStep.toSorted());
  const ownLoans = ['reserved-soon', 'waits'];
  const expected = [
    ...(await wordsOf('service_request_event')).flatMap((word) =>
      silent.includes(word) ? [] : [`request-${word}`],
    ),
    ...(await wordsOf('asset_letter')).flatMap((word) => {
      if (word.startsWith('ask')) return [`asset-${word}`];
      return ownLoans.includes(word) ? [`loan-${word}`] : [`loan-${word}`, `lent-${word}`];
    }),
    ...(await wordsOf('asset_audit_letter')).map((word) => `audit-${word}`),
    ...Object.entries(leaveSteps).flatMap(([who, steps]) => steps.map((step) => `${who}-${step}`)),
  ];
  expect(expected.filter((word) => !(whats as string[]).includes(word))).toEqual([]);
  expect((await wordsOf('app_notice')).toSorted()).toEqual(Object.keys(noticeWhats).toSorted());
  expect((await wordsOf('mail_notice')).toSorted()).toEqual(['arrival', 'delegate', 'delivered', 'reminder']);
});

test.each(Object.entries(queues))('%s: told as the person has chosen, and once', async (table, queue) => {
  const { kind, what, write, waits, record } = queue;
  const id = await record();
  const digests = !['booking-invitation'].includes(kind);
  for (const inApp of [true, false])
    for (const email of digests ? (['now', 'digest', 'never'] as const) : (['now', 'never'] as const)) {
      await owner.query(`DELETE FROM ${table} WHERE organisation_id = ${organisation}`);
      await owner.query(`DELETE FROM app_notice WHERE user_id = ${reader.id}`);
      const choice = { kinds: [{ kind, inApp, email }] };
      expect((await reader.call('PUT', '/notices/preferences', choice)).statusCode).toBe(200);
      await owner.query(write, [id]);
      const told = await get<AppNotice[]>('/notices');
      expect(told).toMatchObject(inApp ? [{ kind, what, recordId: id }] : []);
      const { rows } = await owner.query<AppNotice & { digest: boolean }>(
        `SELECT what, facts, digest_due > now() AS digest FROM app_notice WHERE user_id = ${reader.id}`,
      );
      expect(rows.map(({ digest }) => digest === true)).toEqual(
        inApp || email === 'digest' ? [email === 'digest'] : [],
      );
      expect((await owner.query(waits)).rows.length > 0).toBe(email === 'now');
      for (const row of rows) {
        const sentence = sentenceOf(row, 'Europe/Warsaw');
        expect(sentence).not.toMatch(/ {2}|\n|undefined|new\.$|^[ ,.]| [,.]/);
      }
    }
  const all = await get<NoticePreferences>('/notices/preferences');
  expect(all.kinds.find((one) => one.kind === kind)).toEqual({ kind, inApp: false, email: 'never' });
});

test('letters about parcels have one switch, whichever page it stands on', async () => {
  const switched = async () => {
    const { kinds } = await get<NoticePreferences>('/notices/preferences');
    const mail = await get<{ arrival: boolean; reminders: boolean }>('/mail/preferences');
    return [kinds[0]!.email, mail.arrival, kinds[1]!.email, mail.reminders];
  };
  await reader.call('PUT', '/mail/preferences', { arrival: true, reminders: false });
  expect(await switched()).toEqual(['now', true, 'never', false]);
  const kinds = [
    { kind: 'parcel-arrived', email: 'digest' },
    { kind: 'parcel-waiting', email: 'now' },
  ];
  await reader.call('PUT', '/notices/preferences', { kinds });
  expect(await switched()).toEqual(['digest', true, 'now', true]);
  const wrong = { kinds: [{ kind: 'space-free', email: 'digest' }] };
  const refusal = await reader.call('PUT', '/notices/preferences', wrong);
  expect([refusal.statusCode, refusal.json()]).toMatchObject([400, { error: { field: 'kinds.0.email' } }]);
});

test('read, unread, all of them with a way back, put away; nobody else’s', async () => {
  await owner.query(`DELETE FROM app_notice`);
  const tell = async (news: string) =>
    owner.query(`SELECT tell(${me}, 'audit', 'audit-soon', 'audit', 1, '{"audit": "A"}', $1)`, [news]);
  await reader.call('PUT', '/notices/preferences', { kinds: [{ kind: 'audit', inApp: true }] });
  for (const news of ['a', 'b', 'b', 'c']) await tell(news);
  const ids = (await get<AppNotice[]>('/notices')).map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted((a, b) => b - a));
  expect([ids.length, await unread()]).toEqual([3, 3]);
  const [newest, middle] = ids as [number, number];

  for (const [way, count] of [
    ['read', 2],
    ['read', 2],
    ['unread', 3],
    ['read', 2],
  ] as const) {
    expect((await reader.call('POST', `/notices/${middle}/${way}`)).statusCode).toBe(200);
    expect(await unread()).toBe(count);
  }
  const all = await reader.call('POST', '/notices/read-all', { upTo: middle });
  expect([all.json<{ count: number }>().count, await unread()]).toEqual([1, 1]);
  const { readAt } = all.json<{ readAt: number }>();
  const back = await reader.call('POST', '/notices/unread-all', { readAt });
  expect([back.json<{ count: number }>().count, await unread()]).toEqual([1, 2]);
  expect((await get<AppNotice[]>('/notices?unread=true&limit=1')).map(({ id }) => id)).toEqual([newest]);

  for (const [method, path] of [
    ['POST', 'read'],
    ['POST', 'unread'],
    ['DELETE', ''],
  ] as const)
    expect((await admin.call(method, `/notices/${newest}/${path}`)).statusCode).toBe(404);
  expect((await admin.call('POST', '/notices/read-all', { upTo: newest })).json()).toMatchObject({
    count: 0,
  });
  expect(await get('/notices', admin)).toEqual([]);

  expect((await reader.call('DELETE', `/notices/${newest}`)).statusCode).toBe(200);
  await tell('c');
  expect((await get<AppNotice[]>('/notices')).map(({ id }) => id)).toEqual(ids.slice(1));
  await owner.query(`UPDATE app_notice SET created_at = now() - interval '91 days' WHERE id = $1`, [middle]);
  await removeOldNotices(server.deps.db);
  expect((await get<AppNotice[]>('/notices')).map(({ id }) => id)).toEqual(ids.slice(2));
});
