import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type AppNotice, appNoticeKinds, type NoticeChoice, noticeWhats } from '#contract/notices.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { sentenceOf } from './sentences.ts';
// Compiled before any clock runs.
import '#src/app/bell.tsx';
import '#src/app/bell-panel.tsx';
import '#src/ui/notices.tsx';
import './notices-page.tsx';
import './notice-settings.tsx';

/** The stream of changes, in the hands of the test. */
class Stream {
  static last: Stream | undefined;
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onerror?: () => void;
  constructor() {
    Stream.last = this;
  }
  close() {}
}
let notices: AppNotice[];
const notice = (id: number, change: Partial<AppNotice> = {}): AppNotice => ({
  id,
  kind: 'request-progress',
  what: 'request-completed',
  topic: 'request',
  recordId: 70 + id,
  facts: { request: 70 + id, type: 'Lamp' },
  dateCreated: Date.now() - 60_000 * (10 - id),
  ...change,
});
beforeEach(() => {
  vi.stubGlobal('EventSource', Stream);
  notices = [
    notice(3, {
      what: 'request-comment',
      facts: { request: 73, type: 'Lamp', by: 'أمينة', text: 'Tonight?' },
    }),
    notice(2),
    notice(1, { readAt: 1 }),
  ];
});
afterEach(() => vi.unstubAllGlobals());

const unread = () => notices.filter(({ readAt }) => readAt === undefined);
const readUpTo = (id: number) => {
  const before = unread().length;
  notices = notices.map((one) => (one.id <= id ? { readAt: 99, ...one } : one));
  return before - unread().length;
};
const server = (more: Answers = {}) =>
  stubServer({
    'GET /users/me': { body: someone },
    'GET /notices': ({ path }) => ({ body: path.includes('unread=true') ? unread() : notices }),
    'GET /notices/count': () => ({ body: { count: unread().length } }),
    'POST /notices/3/read': () => {
      notices = notices.map((one) => (one.id === 3 ? { ...one, readAt: 5 } : one));
      return { body: notices[0] };
    },
    'POST /notices/read-all': ({ body }) => ({
      body: { count: readUpTo((body as { upTo: number }).upTo), readAt: 99 },
    }),
    'POST /notices/unread-all': () => {
      notices = notices.map(({ readAt, ...one }) => (readAt === 99 ? one : { ...one, readAt: 1 }));
      return { body: { count: 2 } };
    },
    ...more,
  });
const bellNamed = (name: string) => screen.findByRole('button', { name });

test('there is a sentence for everything that people are told', () => {
  for (const what of Object.values(noticeWhats).flat())
    expect([what, sentenceOf({ what, facts: {} })]).not.toEqual([what, 'There is something new.']);
  expect(sentenceOf({ what: 'of a newer server', facts: {} })).toBe('There is something new.');
  const facts = { person: 'Ann', first: '2027-03-01', last: '2027-03-03' };
  expect(sentenceOf({ what: 'team-leave-asked', facts })).toMatch(
    /^Ann asks for leave \(Mar 1\s–\s3, 2027\)\. It waits for your approval\.$/,
  );
});

test('the bell: how many, the newest as links, a followed one is read, Escape gives the focus back', async () => {
  const calls = server();
  const { user, router } = await openApp('/profile');
  const bell = await bellNamed('2 unread notices');
  await waitFor(() => expect(document.title).toBe('(2) Profile · Atrium'));
  await user.click(bell);
  const link = await screen.findByRole('link', {
    name: /أمينة commented on your request 73 \(Lamp\)/,
  });
  expect(link.textContent).toMatch(/^Unread: /);
  expect(link.getAttribute('href')).toBe('/requests/mine?open=73');
  expect(screen.getByRole('link', { name: /^Your request 71 \(Lamp\) is done/ })).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('link', { name: /أمينة commented/ })).toBeNull());
  expect(document.activeElement).toBe(bell);
  await user.click(bell);
  await user.click(await screen.findByRole('link', { name: /أمينة commented/ }));
  expect(await bellNamed('One unread notice')).toBeTruthy();
  expect(router.state.location.href).toBe('/requests/mine?open=73');
  expect(calls.some(({ method, path }) => method === 'POST' && path === '/notices/3/read')).toBe(true);
});

test('what comes meanwhile is counted and said once, politely', async () => {
  server();
  await openApp('/profile');
  await bellNamed('2 unread notices');
  const said = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
  expect(said()).not.toContain('2 unread notices');
  notices = [notice(4), ...notices];
  act(() => Stream.last!.onmessage!({ data: JSON.stringify({ topic: 'notices', ids: [] }) }));
  await bellNamed('3 unread notices');
  expect(said()).toContain('3 unread notices');
});

test('all are read up to what is on screen, and can be unread again', async () => {
  const calls = server();
  const { user } = await openApp('/profile');
  await user.click(await bellNamed('2 unread notices'));
  await user.click(await screen.findByRole('button', { name: 'Mark all as read' }));
  await bellNamed('Notices');
  expect(calls.find(({ path }) => path === '/notices/read-all')?.body).toEqual({ upTo: 3 });
  expect(await screen.findByText('2 notices marked as read')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await bellNamed('2 unread notices')).toBeTruthy();
});

test('nothing yet, and what cannot be loaded, say so; many are 99+', async () => {
  let fails = true;
  server({
    'GET /notices/count': { body: { count: 250 } },
    'GET /notices': () => (fails ? refusal(500, 'x', 'Out of order.') : { body: [] }),
  });
  const { user } = await openApp('/profile');
  const bell = await bellNamed('250 unread notices');
  expect(bell.textContent).toBe('99+');
  await user.click(bell);
  expect(await screen.findByText('Out of order.')).toBeTruthy();
  fails = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('No notices yet')).toBeTruthy();
});

test('the page lists them all, or the unread', async () => {
  server();
  const { user, router } = await openApp('/notices');
  expect(await screen.findByRole('link', { name: /^Your request 71/ })).toBeTruthy();
  const filters = within(screen.getByRole('navigation', { name: 'Which notices' }));
  await user.click(filters.getByRole('link', { name: 'Unread' }));
  await waitFor(() => expect(screen.queryByRole('link', { name: /^Your request 71/ })).toBeNull());
  expect(router.state.location.search).toEqual({ unread: true });
  expect(await screen.findByRole('link', { name: /Your request 72/ })).toBeTruthy();
});

test('choices by kind hold at once and can be taken back; what cannot wait is never in a summary', async () => {
  let kinds: NoticeChoice[] = appNoticeKinds.map((kind) => ({ kind, inApp: true, email: 'now' }));
  const edits: unknown[] = [];
  server({
    'GET /mail/preferences': refusal(500, 'x'),
    'GET /notices/preferences': () => ({ body: { digestHour: 8, timeZone: 'Europe/Warsaw', kinds } }),
    'PUT /notices/preferences': ({ body }) => {
      edits.push(body);
      const { kinds: given = [], digestHour = 8 } = body as { kinds?: NoticeChoice[]; digestHour?: number };
      kinds = kinds.map((one) => given.find(({ kind }) => kind === one.kind) ?? one);
      return { body: { digestHour, timeZone: 'Europe/Warsaw', kinds } };
    },
  });
  const { user } = await openApp('/notices/settings');
  await user.click(await screen.findByRole('checkbox', { name: 'Your requests: tell me in Atrium' }));
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'Loans: by e-mail' }),
    'In the daily summary',
  );
  await user.selectOptions(screen.getByRole('combobox', { name: /^Sent at/ }), '17');
  const choicesOf = (kind: string) =>
    within(screen.getByRole('combobox', { name: `${kind}: by e-mail` }))
      .getAllByRole('option')
      .map(({ textContent }) => textContent);
  expect(choicesOf('Spaces that you wait for')).toEqual(['At once', 'Never']);
  expect(choicesOf('Bookings to approve')).toEqual(['In the daily summary', 'Never']);
  await waitFor(() =>
    expect(edits).toEqual([
      { kinds: [{ kind: 'request-progress', inApp: false, email: 'now' }] },
      { kinds: [{ kind: 'loan-due', inApp: true, email: 'digest' }] },
      { digestHour: 17 },
    ]),
  );
  await user.click((await screen.findAllByRole('button', { name: 'Undo' }))[0]!);
  await waitFor(() => expect(edits).toHaveLength(4));
});
