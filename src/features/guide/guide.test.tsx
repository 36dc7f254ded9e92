import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Guide, GuideStep } from '#contract/guide.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
// Compiled before any clock runs.
import './guide-page.tsx';
import '#src/ui/notices.tsx';

afterEach(() => vi.unstubAllGlobals());
const step = (name: GuideStep, count = 0) => ({ step: name, count, done: count > 0, skipped: false });
let guide: Guide;
const server = (more: Answers = {}) => {
  guide = { closed: false, steps: [step('building', 2), step('spaces'), step('people'), step('scan')] };
  return stubServer({
    'GET /users/me': () => ({ body: { ...someone, siteAdmin: true, guide: !guide.closed } }),
    'GET /guide': () => ({ body: guide }),
    'PUT /guide/steps/spaces': ({ body }) => {
      const { skipped } = body as { skipped: boolean };
      guide = {
        ...guide,
        steps: guide.steps.map((one) => (one.step === 'spaces' ? { ...one, skipped } : one)),
      };
      return { body: guide };
    },
    'PUT /guide': ({ body }) => {
      guide = { ...guide, ...(body as { closed: boolean }) };
      return { body: guide };
    },
    ...more,
  });
};
const line = (name: string) => within(screen.getByRole('heading', { name }).closest('li')!);
const current = () =>
  within(document.querySelector<HTMLElement>('[aria-current="step"]')!).getByRole('heading').textContent;

test('the next step stands out; one is left out and taken up again', async () => {
  server();
  const { user } = await openApp('/start');
  expect(await screen.findByText('1 of 4 done')).toBeTruthy();
  expect(line('Add your first building').getByText('2 buildings')).toBeTruthy();
  expect(current()).toBe('Put in its spaces');
  expect(line('Put in its spaces').getByRole('link', { name: 'Import spaces' }).getAttribute('href')).toBe(
    '/imports/spaces',
  );
  await user.click(screen.getByRole('button', { name: 'Leave out: Put in its spaces' }));
  await waitFor(() => expect(current()).toBe('Bring in your people'));
  await user.click(screen.getByRole('button', { name: 'Take up again: Put in its spaces' }));
  await waitFor(() => expect(current()).toBe('Put in its spaces'));
});

test('put away, it is gone from the navigation, and comes back by undo', async () => {
  server();
  const { user } = await openApp('/start');
  const nav = within(screen.getByRole('navigation', { name: 'Main navigation' }));
  expect(nav.getByRole('link', { name: 'Get started' })).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Put the guide away' }));
  await waitFor(() => expect(nav.queryByRole('link', { name: 'Get started' })).toBeNull());
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await nav.findByRole('link', { name: 'Get started' })).toBeTruthy();
});

test('a step that could not be left out is there again, and why is said', async () => {
  server({ 'PUT /guide/steps/spaces': refusal(503, 'busy', 'The server is busy.') });
  const { user } = await openApp('/start');
  await user.click(await screen.findByRole('button', { name: 'Leave out: Put in its spaces' }));
  expect(await screen.findByText('The server is busy.')).toBeTruthy();
  expect(current()).toBe('Put in its spaces');
});
