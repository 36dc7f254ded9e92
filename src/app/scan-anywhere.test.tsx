import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { ScanMatch } from '#contract/scan.ts';
import { openApp, refusal, someone, stubServer } from './test-support.tsx';

afterEach(() => vi.unstubAllGlobals());

const space: ScanMatch = {
  kind: 'space',
  space: {
    id: 31,
    name: 'Kranich',
    type: 'Meeting Room',
    floor: { id: 3, name: '2nd floor' },
    building: { id: 2, name: 'Harbour House' },
    reservable: true,
  },
};
const person: ScanMatch = {
  kind: 'person',
  person: { id: 9, name: 'ليلى حسن', color: '#b0562c', jobTitle: 'Lawyer', space: '1.204' },
};
const known: Record<string, ScanMatch[]> = { KRANICH: [space], 'E-0815': [person], TWICE: [space, person] };
const codeOf = (path: string) => new URLSearchParams(path.split('?')[1]).get('code')!;
const answers = {
  'GET /users/me': { body: someone },
  'GET /mail/items': { body: [] },
  'GET /scan': ({ path }: { path: string }) =>
    codeOf(path) === 'BROKEN'
      ? refusal(503, 'busy', 'Try again in a moment.')
      : { body: known[codeOf(path)] ?? [] },
};
const scan = (code: string) => {
  for (const key of [...code, 'Enter']) fireEvent.keyDown(document.body, { key });
};
const dialog = () => screen.findByRole('dialog', { name: 'What is this?' });
const offered = (shown: HTMLElement, labels: string[]) =>
  waitFor(() =>
    expect(
      within(shown)
        .queryAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(labels),
  );

test('a scanner is heard on any page; what it read is shown with what one can do, and Enter does the first', async () => {
  stubServer(answers);
  const { user, router } = await openApp('/');
  await screen.findByRole('heading', { level: 1 });
  scan('KRANICH');
  const shown = await dialog();
  expect(await within(shown).findByText('Kranich')).toBeTruthy();
  expect(within(shown).getByText('2nd floor · Harbour House')).toBeTruthy();
  await offered(shown, ['Check in or book', 'Ask for service', 'Show the space']);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Check in or book'));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(router.state.location.pathname).toBe('/s/31'));
  expect(screen.queryByRole('dialog', { name: 'What is this?' })).toBeNull();
});

test('it stays open: one code after the other, also typed, each with its own answer', async () => {
  stubServer(answers);
  const { user } = await openApp('/');
  await user.click(await screen.findByRole('button', { name: 'Scan or type a code' }));
  const shown = await dialog();
  const box = within(shown).getByRole('textbox', { name: /Code of a parcel/ });
  await user.type(box, 'TWICE{Enter}');
  expect(await within(shown).findByText('Kranich')).toBeTruthy();
  expect(within(shown).getByText('ليلى حسن')).toBeTruthy();
  scan('E-0815');
  await waitFor(() => expect(within(shown).queryByText('Kranich')).toBeNull());
  await offered(shown, ['Show the person']);
  await user.type(box, 'no such{Enter}');
  expect(await within(shown).findByText('Nothing here bears this code.')).toBeTruthy();
  await offered(shown, ['Look for a person']);
  await user.type(box, 'BROKEN{Enter}');
  expect(await within(shown).findByText('Try again in a moment.')).toBeTruthy();
});
