import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { MailItem } from '#contract/mail.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
// Compiled before any clock runs.
import './item-edit-form.tsx';
import './item-page.tsx';
import './mail-list.tsx';
import { desk, findPeople, item, queuesOf, working } from '#src/directory/test-desk.ts';

let now: MailItem = item(1);
const base = (more: Answers = {}): Answers => ({
  'GET /users/me': { body: working(someone) },
  'GET /mail/desk': { body: desk },
  'GET /mail/recipients': ({ path }) => findPeople(path),
  'GET /mail/items/1': () => ({ body: now }),
  ...queuesOf(() => [now]),
  ...more,
});
afterEach(() => {
  now = item(1);
  vi.unstubAllGlobals();
});

const edit = async () => {
  const app = await openApp('/mail/1');
  await app.user.click(await screen.findByRole('button', { name: 'Edit' }));
  const form = within(await screen.findByRole('form', { name: 'Edit' }));
  fireEvent.change(form.getByRole('textbox', { name: 'Sender' }), { target: { value: 'Typed by me' } });
  return { ...app, form };
};
/** Refuses an edit of any version but the newest, as the server does. */
const guarded: Answers = {
  'PUT /mail/items/1': ({ headers, body }) => {
    if (headers.get('if-match') !== `"${now.dateUpdated}"`)
      return refusal(409, 'mail.changed-meanwhile', 'Zoë changed it.');
    now = { ...now, ...(body as Partial<MailItem>), dateUpdated: now.dateUpdated + 1 };
    return { body: now };
  },
};

test('an edit sends only what was changed, with the version it was made on', async () => {
  const calls = stubServer(base(guarded));
  const { user, form } = await edit();
  await user.click(form.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
  const put = calls.find(({ method }) => method === 'PUT')!;
  expect(put.body).toEqual({ sender: 'Typed by me' });
  expect(put.headers.get('if-match')).toBe('"1000"');
});

test('the later of two edits is told, keeps what was typed, and may be saved over it', async () => {
  const calls = stubServer(base(guarded));
  const { user, form } = await edit();
  now = { ...now, location: { id: 22, name: 'Shelf B' }, dateUpdated: 2000 };
  await user.click(form.getByRole('button', { name: 'Save' }));
  expect((await form.findByRole('row', { name: /Rack/ })).textContent).toContain('Shelf A → Shelf B');
  const sender = form.getByRole<HTMLInputElement>('textbox', { name: 'Sender' });
  expect(sender.value).toBe('Typed by me');
  await user.click(form.getByRole('button', { name: 'Save mine over it' }));
  await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
  const last = calls.findLast(({ method }) => method === 'PUT')!;
  expect(last.body).toEqual({ sender: 'Typed by me' });
  expect(last.headers.get('if-match')).toBe('"2000"');
});

test('or theirs is taken', async () => {
  stubServer(base(guarded));
  const { user, form } = await edit();
  now = { ...now, sender: 'Typed by Zoë', dateUpdated: 2000 };
  await user.click(form.getByRole('button', { name: 'Save' }));
  await user.click(await form.findByRole('button', { name: 'Take theirs' }));
  expect(form.getByRole<HTMLInputElement>('textbox', { name: 'Sender' }).value).toBe('Typed by Zoë');
  expect(form.queryByRole('alert')).toBeNull();
  expect(form.getByRole('button', { name: 'Save' })).toBeTruthy();
});

test('what was typed is not thrown away by a link without being asked', async () => {
  stubServer(base(guarded));
  const { user, router } = await edit();
  await user.click(within(screen.getByRole('main')).getByRole('link', { name: 'Queues' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(router.state.location.pathname).toBe('/mail/1');
  await user.click(dialog.getAllByRole('button')[0]!);
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Sender' }).value).toBe('Typed by me');
});

test('a refused field is marked, and the rest stays', async () => {
  stubServer(
    base({
      'PUT /mail/items/1': refusal(409, 'mail.number-in-use', 'Parcel 8 has this number.', 'trackingNumber'),
    }),
  );
  const { user, form } = await edit();
  fireEvent.change(form.getByRole('textbox', { name: 'Tracking number' }), { target: { value: 'NUMBER8' } });
  await user.click(form.getByRole('button', { name: 'Save' }));
  const number = form.getByRole<HTMLInputElement>('textbox', { name: 'Tracking number' });
  await waitFor(() => expect(number.getAttribute('aria-invalid')).toBe('true'));
  expect(number.value).toBe('NUMBER8');
});

test('comments are added once, though the first reply was lost', async () => {
  let lost = true;
  const calls = stubServer(
    base({
      'PUT /mail/items/1/addComment': ({ body }) => {
        if (lost) throw new TypeError('Failed to fetch');
        const content = (body as { comment: string }).comment;
        return { body: { ...now, comments: [{ id: 1, content, dateCreated: Date.now() }] } };
      },
    }),
  );
  const { user } = await openApp('/mail/1');
  fireEvent.change(await screen.findByRole('textbox', { name: 'Add comment' }), {
    target: { value: 'Dented' },
  });
  await user.click(screen.getByRole('button', { name: 'Add comment' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
  lost = false;
  await user.click(screen.getByRole('button', { name: 'Add comment' }));
  expect((await screen.findAllByText('Dented')).length).toBeGreaterThan(0);
  const sent = calls.filter(({ path }) => path.endsWith('addComment'));
  expect(new Set(sent.map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1);
  await waitFor(() =>
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Add comment' }).value).toBe(''),
  );
});

test('only managers delete, and are asked before', async () => {
  stubServer(base());
  const first = await openApp('/mail/1');
  await first.user.click(await screen.findByRole('button', { name: 'More actions' }));
  expect(await screen.findByRole('menuitem', { name: 'Check out' })).toBeTruthy();
  expect(screen.queryByRole('menuitem', { name: 'Delete' })).toBeNull();
  cleanup();

  const calls = stubServer(
    base({
      'GET /users/me': { body: working(someone, 'MANAGER') },
      'DELETE /mail/items/1': { body: { response: 'Successfully removed' } },
    }),
  );
  const { user, router } = await openApp('/mail/1');
  await user.click(await screen.findByRole('button', { name: 'More actions' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
  await user.click(
    within(await screen.findByRole('dialog', { name: 'Delete NUMBER1?' })).getByRole('button', {
      name: 'Delete',
    }),
  );
  await waitFor(() => expect(router.state.location.pathname).toBe('/mail'));
  expect(calls.some(({ method }) => method === 'DELETE')).toBe(true);
});

test('the history tells who, where, when, to whom, and shows the proof', async () => {
  const center = { id: 1, name: 'Mail Center' };
  const picture = {
    id: 5,
    name: 'signature',
    fileName: 's.png',
    description: '',
    downloadURL: '/files/5',
    image: true,
    storageId: 5,
    storedFile: { id: 5 },
    dateCreated: 1,
  };
  now = item(1, {
    currentQueue: 'OUT',
    statuses: [
      ...item(1).statuses,
      {
        id: 11,
        type: { id: 2, code: 'out', name: 'Delivered' },
        center,
        dateCreated: Date.now(),
        note: 'by the lift',
        collectedBy: { name: 'Tom' },
        signature: picture,
      },
    ],
  });
  stubServer(base());
  await openApp('/mail/1');
  const steps = within(await screen.findByRole('region', { name: 'History' })).getAllByRole('listitem');
  expect(steps).toHaveLength(2);
  expect(steps[0]!.textContent).toContain('Tom');
  expect(steps[0]!.textContent).toContain('by the lift');
  expect(within(steps[0]!).getByRole('img', { name: 'Signature' }).getAttribute('src')).toBe('/files/5');
  expect(steps[1]!.textContent).toContain('Marta Kowalczyk');
  expect(screen.queryByRole('button', { name: 'Deliver' })).toBeNull();
});

test('without a role in its center an item is to look at', async () => {
  stubServer(base({ 'GET /users/me': { body: someone } }));
  await openApp('/mail/1');
  await screen.findByRole('region', { name: 'History' });
  for (const name of ['Edit', 'Deliver', 'More actions', 'Add comment'])
    expect(screen.queryByRole('button', { name })).toBeNull();
});

test('an item that is not there says so, with a way on', async () => {
  stubServer(base());
  await openApp('/mail/77');
  expect(await screen.findByText('There is no such parcel')).toBeTruthy();
  expect(within(screen.getByRole('main')).getByRole('link', { name: 'Mail desk' })).toBeTruthy();
});
