import { screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { ServiceFigures } from '#contract/service-figures.ts';
import { openApp, someone, stubServer } from '#src/app/test-support.tsx';
// Compiled before any clock runs.
import './report-page.tsx';
import { readReportSearch } from './report-search.ts';
import { weekPoints } from './report-weeks.tsx';
import { keptWords } from './report-words.ts';

const HOUR = 3_600_000;
const counts = { opened: 30, closed: 20, met: 17, missed: 2, medianMs: 5 * HOUR };
const figures: ServiceFigures = {
  from: '2026-03-04',
  until: '2026-03-17',
  ...counts,
  p90Ms: 50 * HOUR,
  weeks: [
    { week: '2026-03-02', opened: 20, closed: 5, met: 5, missed: 0, medianMs: 2 * HOUR },
    { week: '2026-03-09', opened: 6, closed: 8, met: 6, missed: 2 },
    { week: '2026-03-16', opened: 4, closed: 7, met: 6, missed: 0 },
  ],
  types: [{ type: { id: 30, name: 'It flickers' }, product: 'Projector', ...counts }],
  places: [{ building: { id: 2, name: 'Tower' }, ...counts }],
};
afterEach(() => vi.unstubAllGlobals());

test('the figures are told, and a name narrows them down to it until it is let go', async () => {
  const calls = stubServer({
    'GET /users/me': { body: { ...someone, siteAdmin: true } },
    'GET /service/catalogue': { body: { categories: [], products: [], priorities: [], centers: [] } },
    'GET /stats/maintenance': { body: figures },
  });
  const { user, router } = await openApp('/requests/reports?from=2026-03-04&until=2026-03-17');
  expect((await screen.findByText('17 of 19')).parentElement?.textContent).toBe('89% 17 of 19');
  expect(screen.getByText('2d 2h')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'As table' }));
  const weeks = within(screen.getByRole('table', { name: 'Opened and closed by week' }));
  expect(weeks.getByRole('row', { name: /Mar 9\s–\s15, 2026 6 8 — 75%/ })).toBeTruthy();

  await user.click(screen.getByRole('link', { name: 'It flickers' }));
  const chip = await screen.findByRole('button', { name: /Type: It flickers/ });
  expect(calls.at(-1)?.path).toContain('typeId=30');
  expect(screen.getByRole('link', { name: 'Show the open ones' }).getAttribute('href')).toBe(
    '/requests/queue?requestTypeId=30',
  );
  await user.click(chip);
  expect(router.state.location.search).toEqual({ from: '2026-03-04', until: '2026-03-17' });
});

test('weeks are drawn one by one or several together, never beyond the period', () => {
  expect(weekPoints(figures, 400)).toEqual([
    { from: '2026-03-04', until: '2026-03-08', first: 20, second: 5 },
    { from: '2026-03-09', until: '2026-03-15', first: 6, second: 8 },
    { from: '2026-03-16', until: '2026-03-17', first: 4, second: 7 },
  ]);
  expect(weekPoints(figures, 24)).toEqual([
    { from: '2026-03-04', until: '2026-03-15', first: 26, second: 13 },
    { from: '2026-03-16', until: '2026-03-17', first: 4, second: 7 },
  ]);
});

test('one promise that was missed is no 100%, and none is no number', () => {
  expect(keptWords({ met: 999, missed: 1 })).toBe('99%');
  expect(keptWords({ met: 0, missed: 0 })).toBe('—');
  expect(readReportSearch({ typeId: '3', buildingId: -1, days: 90 })).toEqual({ typeId: 3 });
});
