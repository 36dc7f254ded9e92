import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { AuditRow, ScanAnswer } from '#contract/asset-audits.ts';
import { type Answers, openApp, someone, stubServer } from '#src/app/test-support.tsx';
import {
  answer,
  audit,
  elsewhere,
  managing,
  progress,
  rooms,
  row,
  seenBefore,
  unknown,
} from './test-audits.ts';
import { forgetWalks } from './walk-store.ts';
// Compiled before any clock runs.
import './walk-page.tsx';

let expected: AuditRow[] = [];
beforeEach(() => {
  localStorage.clear();
  forgetWalks();
  expected = [
    row(1),
    row(2),
    row(3, { state: 'found', seen: { at: 1, by: { id: 99, name: 'Anna' }, room: row(3).expectedRoom! } }),
  ];
});

type Sent = { code?: string; assetId?: number; roomId: number; clientId: string };
const server = (scans: (sent: Sent) => ScanAnswer, more: Answers = {}) =>
  stubServer({
    'GET /users/me': { body: managing(someone) },
    'GET /assets/audits/5': { body: audit() },
    'GET /assets/audits/5/assets': () => ({ body: expected }),
    'GET /assets/audits/5/progress': { body: progress() },
    'GET /rooms/11': { body: rooms[0] },
    'GET /rooms/12': { body: rooms[1] },
    'GET /rooms': { body: [] },
    'POST /assets/audits/5/scans': ({ body }) => ({ body: scans(body as Sent) }),
    ...more,
  });
const box = () => screen.findByRole('textbox', { name: 'Scan assets, or a space' });
const seen = () => within(screen.getByRole('list', { name: 'Scanned' })).getAllByRole('listitem');

test('each scan answers as a row: expected, elsewhere with its place put right and back, unknown, twice', async () => {
  const told: Record<string, () => ScanAnswer> = {
    'AT-1': () => answer(1),
    'AT-8': () => elsewhere(8),
    'ZZ-1': () => unknown('ZZ-1'),
  };
  const calls = server(({ code }) => told[code ?? '']!(), {
    'POST /assets/scans/108/place': { body: { ...elsewhere(8), choice: 'placed', actions: ['undo'] } },
    'POST /assets/scans/108/undo': { body: elsewhere(8) },
    'PUT /assets/unknown-tags/31': { body: {} },
  });
  const { user } = await openApp('/assets/audits/5/walk?space=11');
  expect(await screen.findByText('1 of 3 in this space')).toBeTruthy();

  await user.type(await box(), 'AT-1{Enter}');
  expect(within(seen()[0]!).getByText('AT-1')).toBeTruthy();
  expect(await within(seen()[0]!).findByText('Expected here')).toBeTruthy();
  expect(await screen.findByText('2 of 3 in this space')).toBeTruthy();

  await user.type(await box(), 'AT-8{Enter}');
  expect(await screen.findByText('Belongs to 0.03 · Ground floor · Getijhuis')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Is here now' }));
  expect(await screen.findByText('The register now has it in 0.02')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('button', { name: 'Is here now' })).toBeTruthy();

  await user.type(await box(), 'ZZ-1{Enter}');
  expect(await within(seen()[0]!).findByText('Unknown label')).toBeTruthy();

  told['AT-1'] = () => seenBefore(1);
  await user.type(await box(), 'AT-1{Enter}');
  expect(await within(seen()[0]!).findByText(/^Seen by Anna Kowalska/)).toBeTruthy();
  // The same tag within a second is no other sighting: the server says so, and it stays one row.
  await user.type(await box(), 'AT-1{Enter}');
  await waitFor(() => expect(calls.filter(({ path }) => path.endsWith('/scans'))).toHaveLength(5));
  await waitFor(() => expect(seen()).toHaveLength(4));
});

test('a scan that does not arrive stays, and goes again under the same key', async () => {
  let reachable = false;
  const calls = server(() => {
    if (!reachable) throw new TypeError('network');
    return answer(1);
  });
  const { user } = await openApp('/assets/audits/5/walk?space=11');
  await user.type(await box(), 'AT-1{Enter}');
  expect(await screen.findByText('Not sent')).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('1 scan has not reached the server');
  expect(screen.getByText('1 of 3 in this space')).toBeTruthy();
  reachable = true;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Expected here')).toBeTruthy();
  const keys = calls.flatMap(({ path, body, headers }) =>
    path.endsWith('/scans') ? [(body as Sent).clientId, headers.get('idempotency-key')] : [],
  );
  expect(keys.length).toBeGreaterThanOrEqual(4);
  expect(new Set(keys).size).toBe(1);
  expect(screen.queryByRole('alert')).toBeNull();
});

test('what bears no readable label is ticked by hand; the space is done, and the next one follows', async () => {
  const calls = server(({ assetId }) => answer(assetId ?? 0), {
    'PUT /assets/audits/5/spaces': { body: {} },
  });
  const { user, router } = await openApp('/assets/audits/5/walk?space=11');
  await user.click(await screen.findByRole('button', { name: 'Seen without scanning: Notebook 1, AT-1' }));
  expect(await screen.findByText('2 of 3 in this space')).toBeTruthy();
  expect(calls.find(({ path }) => path.endsWith('/scans'))?.body).toMatchObject({ assetId: 1, roomId: 11 });
  await user.click(await screen.findByRole('button', { name: 'Done, 1 not found' }));
  await waitFor(() => expect(router.state.location.search).toEqual({ space: 12 }));
  expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ roomId: 11, done: true });
  expect(await screen.findByText('0.02 is done; 1 asset is missing')).toBeTruthy();
});

test('a label of a space leads there; without a space nothing is scanned', async () => {
  const calls = server(() => answer(1));
  const { user, router } = await openApp('/assets/audits/5/walk');
  await user.type(await box(), 'AT-1{Enter}');
  expect(await screen.findByText(/^AT-1: say first which space you are in/)).toBeTruthy();
  expect(calls.some(({ method }) => method === 'POST')).toBe(false);
  await user.type(await box(), 'https://atrium.example/s/12{Enter}');
  await waitFor(() => expect(router.state.location.search).toEqual({ space: 12 }));
  expect(await screen.findByRole('heading', { name: '0.03' })).toBeTruthy();
  vi.unstubAllGlobals();
});
