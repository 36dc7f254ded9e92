import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AuditEntry } from '#contract/audit.ts';
import { type Answers, openApp, someone, stubServer } from '#src/app/test-support.tsx';
import { parametersOf } from '#src/directory/test-desk.ts';
// Compiled before any clock runs.
import './audit-page.tsx';
import { readAuditSearch } from './search.ts';

const admin = { ...someone, siteAdmin: true };
const at = Date.parse('2026-03-03T13:05:00Z');
const entry = (id: number, change: Partial<AuditEntry>): AuditEntry => ({
  id,
  at,
  cursor: `${at}-${id}`,
  actor: { id: 7, name: 'Marta Kowalczyk' },
  kind: 'user',
  record: { id: 12, name: 'Anna Nowak' },
  action: 'changed',
  changes: [],
  ...change,
});
const known: AuditEntry[] = [
  entry(4, {
    changes: [
      { column: 'manager_id', from: 3, to: 5, fromName: 'Ann Boss', toName: 'عمر خالد' },
      { column: 'last_name', from: 'Kowalska', to: 'Nowak' },
      { column: 'password_hash', from: true, to: true },
    ],
  }),
  entry(3, {
    action: 'added',
    part: 'permission',
    changes: [{ column: 'role', from: null, to: 'OPERATOR' }],
  }),
  entry(2, {
    kind: 'mail_item',
    record: { id: 90, name: 'NUMBER1' },
    changes: [{ column: 'current_queue', from: 'PENDING', to: 'IN' }],
  }),
  entry(1, {
    action: 'removed',
    kind: 'building',
    record: { id: 4 },
    changes: [{ column: 'deleted_at', from: null, to: '2026-03-03T13:05:00+00:00' }],
  }),
];
delete known[2]!.actor;
const server = (more: Answers = {}) =>
  stubServer({
    'GET /users/me': { body: admin },
    'GET /users/7': { body: { id: 7, name: 'Marta Kowalczyk' } },
    'GET /audit': ({ path }) => {
      const asked = parametersOf(path);
      return {
        body: known.filter(
          (one) =>
            (!asked.get('kind') || one.kind === asked.get('kind')) &&
            (!asked.get('person') || String(one.actor?.id) === asked.get('person')) &&
            (!asked.get('action') || one.action === asked.get('action')),
        ),
      };
    },
    ...more,
  });
const row = (text: RegExp) => screen.findByRole('row', { name: text });
/** The stream of changes, with a hand on it. */
const streams: { onmessage?: (event: { data: string }) => void }[] = [];
const change = () =>
  act(async () => {
    for (const stream of streams) stream.onmessage?.({ data: JSON.stringify({ topic: 'users', ids: [12] }) });
    await new Promise((resolve) => setTimeout(resolve, 750));
  });
beforeEach(() => {
  streams.length = 0;
  vi.stubGlobal(
    'EventSource',
    class {
      onmessage = undefined;
      constructor() {
        streams.push(this);
      }
      close() {}
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

test('new lines come in at the top by themselves, and wait while somebody reads', async () => {
  let lines = known;
  server({ 'GET /audit': () => ({ body: lines }) });
  const { user } = await openApp('/audit');
  await row(/Anna Nowak.*Last name/);
  const fresh = (id: number, name: string) => {
    lines = [entry(id, { at: at + id, record: { id: 100 + id, name } }), ...lines];
  };
  fresh(5, 'Fifth Person');
  await change();
  expect(await row(/Fifth Person/)).toBeTruthy();
  const reading = await row(/Anna Nowak.*Last name/);
  reading.focus();
  fresh(6, 'Sixth Person');
  fresh(7, 'Seventh Person');
  await change();
  expect(screen.queryByRole('row', { name: /Sixth Person/ })).toBeNull();
  expect(document.activeElement).toBe(reading);
  await user.click(await screen.findByRole('button', { name: '2 new entries' }));
  const shown = await screen.findAllByRole('row', { name: /(Fifth|Sixth|Seventh) Person/ });
  expect(shown.map(({ textContent }) => /\w+ Person/.exec(textContent)?.[0])).toEqual([
    expect.stringContaining('Seventh Person'),
    expect.stringContaining('Sixth Person'),
    expect.stringContaining('Fifth Person'),
  ]);
  expect(screen.queryByRole('button', { name: /new entr/ })).toBeNull();
});

test('each change in words, with who made it', async () => {
  server();
  await openApp('/audit');
  const words = 'Last name: Kowalska → Nowak · Manager: Ann Boss → عمر خالد · Password replaced';
  expect((await row(/Marta Kowalczyk.*Changed.*Anna Nowak/)).textContent).toContain(words);
  expect(await row(/Added.*Person · Role.*Role: OPERATOR/)).toBeTruthy();
  expect(await row(/Atrium.*Parcel.*NUMBER1.*Queue: PENDING → IN/)).toBeTruthy();
  expect(await row(/Removed.*Building.*no\. 4/)).toBeTruthy();
});

test('filters live in the address, and lead from a line to its person and its record', async () => {
  const calls = server();
  const { user, router } = await openApp('/audit?from=2026-03-03&until=2026-03-03');
  await row(/Anna Nowak.*Last name/);
  // Both days whole, by the organisation's clocks (Warsaw, an hour ahead).
  const { searchParams } = new URL(calls.find(({ path }) => path.startsWith('/audit'))!.path, 'http://x');
  expect(Number(searchParams.get('from'))).toBe(Date.parse('2026-03-02T23:00:00Z'));
  expect(Number(searchParams.get('until'))).toBe(Date.parse('2026-03-03T23:00:00Z'));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Action' }), 'Removed');
  await waitFor(() => expect(screen.queryByRole('row', { name: /Anna Nowak/ })).toBeNull());
  expect(router.state.location.search).toEqual({
    from: '2026-03-03',
    until: '2026-03-03',
    action: 'removed',
  });
  await user.click(within(await row(/no\. 4/)).getByRole('link', { name: 'Marta Kowalczyk' }));
  expect(router.state.location.search).toEqual({ person: 7 });
  await user.click(await screen.findByRole('button', { name: 'Remove filter Who: Marta Kowalczyk' }));
  await user.click(within(await row(/NUMBER1/)).getByRole('link', { name: 'NUMBER1' }));
  expect(router.state.location.search).toEqual({ kind: 'mail_item', record: 90 });
});

test('a line opens with every column before and after, and Escape closes it', async () => {
  server();
  const { user, router } = await openApp('/audit');
  (await row(/Anna Nowak.*Last name/)).focus();
  await user.keyboard('{Enter}');
  const panel = within(await screen.findByRole('complementary', { name: 'Changes' }));
  expect(panel.getByRole('row', { name: 'Last name Kowalska Nowak' })).toBeTruthy();
  expect(router.state.location.search).toEqual({ line: 4 });
  await user.keyboard('{Escape}');
  expect(router.state.location.search).toEqual({});
  expect(screen.queryByRole('complementary', { name: 'Changes' })).toBeNull();
});

test('the keyboard goes on in the list when the details are closed from inside', async () => {
  server();
  const { user } = await openApp('/audit');
  (await row(/Anna Nowak.*Last name/)).focus();
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('button', { name: 'Close the details' }));
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('row'));
});

test('nothing found, and a server that refuses, say what to do', async () => {
  server({ 'GET /audit': { body: [] } });
  await openApp('/audit?action=restored');
  expect(await screen.findByRole('heading', { name: 'No change matches these filters' })).toBeTruthy();
  document.body.replaceChildren();
  server({ 'GET /audit': { status: 500, body: { error: { code: 'x', message: 'Out of order.' } } } });
  await openApp('/audit');
  expect(await screen.findByText('Out of order.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
});

test('who is no administrator is led away', async () => {
  const calls = server({ 'GET /users/me': { body: someone } });
  const { router } = await openApp('/audit');
  await waitFor(() => expect(router.state.location.pathname).not.toBe('/audit'));
  expect(calls.some(({ path }) => path.startsWith('/audit'))).toBe(false);
});

test('an address that makes no sense counts for nothing', () => {
  const raw = {
    kind: '../x',
    record: 'a',
    person: -1,
    action: 'eaten',
    from: 'today',
    until: '2026-99-99',
    line: 0,
  };
  expect(readAuditSearch(raw)).toEqual({});
});
