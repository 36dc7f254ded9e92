import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { catalogue, center, clockAt, kitchen, serviceRequestOf } from '#src/directory/test-requests.ts';
// Compiled before any clock runs.
import './ask-page.tsx';
import './mine-page.tsx';

let known: ServiceRequest[] = [];
beforeEach(() => {
  localStorage.clear();
  known = [serviceRequestOf(5)];
});
afterEach(() => vi.unstubAllGlobals());

const EARLIEST = Date.parse('2027-03-02T10:00:00Z');
const server = (more: Answers = {}) =>
  stubServer({
    'GET /users/me': { body: someone },
    'GET /service/catalogue': { body: catalogue },
    'GET /rooms': { body: [kitchen] },
    'GET /rooms/21': { body: kitchen },
    'GET /maintenance/priorities/3/earliestRequiredDate': { body: { time: EARLIEST } },
    'GET /maintenance/requests': () => ({ body: known }),
    'GET /maintenance/requests/count': () => ({ body: { count: known.length } }),
    'GET /maintenance/requests/5': () => (known[0] ? { body: known[0] } : refusal(404, 'not-found')),
    'GET /maintenance/requests/5/comments': { body: [] },
    'GET /maintenance/requests/5/events': { body: [] },
    'GET /maintenance/requests/5/clock': { body: clockAt(Date.now()) },
    ...more,
  });
const posts = (calls: ReturnType<typeof stubServer>) =>
  calls.filter(({ method, path }) => method === 'POST' && path === '/maintenance/requests');

test('asks by search and Enter, warns of a time that is too early, sends it once, and takes it back', async () => {
  let tries = 0;
  const calls = server({
    'POST /maintenance/requests': () =>
      tries++ === 0
        ? refusal(400, 'invalid', 'must be one of: HDMI, USB-C', 'fieldValue.input')
        : { status: 201, body: known[0] },
    'DELETE /maintenance/requests/5': () => {
      known = [];
      return { body: { response: 'Successfully removed' } };
    },
  });
  const { user, router } = await openApp('/requests/new?roomId=21');
  await user.type(await screen.findByRole('searchbox', { name: 'What do you need?' }), 'flick{Enter}');
  const form = within(await screen.findByRole('form', { name: 'Projector flickers' }));
  await waitFor(() =>
    expect(form.getByRole<HTMLInputElement>('combobox', { name: 'Space' }).value).toContain('Kitchen'),
  );
  await user.type(form.getByRole('textbox', { name: 'Note' }), 'Green stripes');
  await user.click(form.getByRole('button', { name: 'Send request' }));
  expect(await form.findByText('This has to be answered.')).toBeTruthy();
  expect(posts(calls)).toEqual([]);

  await user.selectOptions(form.getByRole('combobox', { name: 'Input' }), 'HDMI');
  const when = form.getByLabelText<HTMLInputElement>('Wanted by');
  expect(when.value).toBe('2027-03-02T11:00');
  // As the browser's own picker does: text typed into it is no value before it is whole.
  fireEvent.change(when, { target: { value: '2027-03-02T09:30' } });
  expect((await form.findByRole('alert')).textContent).toContain('sooner than can be promised');
  await user.click(form.getByRole('button', { name: 'Send all the same' }));
  expect(await form.findByText('must be one of: HDMI, USB-C')).toBeTruthy();

  await user.click(form.getByRole('button', { name: 'Send all the same' }));
  await waitFor(() => expect(router.state.location.href).toBe('/requests/mine?open=5'));
  const [first, second] = posts(calls);
  expect(second!.headers.get('idempotency-key')).toBe(first!.headers.get('idempotency-key'));
  expect(second!.body).toEqual({
    dateRequired: Date.parse('2027-03-02T08:30:00Z'),
    requester: { id: 7 },
    type: { id: 71 },
    priority: { id: 3 },
    room: { id: 21 },
    description: 'Green stripes',
    fieldValue: [
      { id: 81, value: 'HDMI' },
      { id: 82, value: '' },
    ],
  });
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(router.state.location.href).toBe('/requests/mine'));
  expect(known).toEqual([]);
});

test('what was typed is there again after a reload', async () => {
  server();
  const { user } = await openApp('/requests/new?typeId=71');
  await user.type(await screen.findByRole('textbox', { name: 'Note' }), 'Green stripes');
  await waitFor(() => expect(localStorage.getItem('atrium.requests.draft.1.7')).toContain('Green stripes'));
  document.body.innerHTML = '';
  await openApp('/requests/new?typeId=71');
  expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Note' })).value).toBe(
    'Green stripes',
  );
});

test('a request beside the list: its clock explained, a comment, a refusal where it was asked', async () => {
  const calls = server({
    'POST /maintenance/requests/5/addComment': { body: { comments: '' } },
    'DELETE /maintenance/requests/5': refusal(409, 'service.under-way', 'Somebody works on this request.'),
  });
  const { user } = await openApp('/requests/mine?open=5');
  const panel = within(await screen.findByRole('complementary', { name: 'Request' }));
  await user.click(await panel.findByText('How the time is counted'));
  expect(await panel.findByText(/3h counted, 2h paused, 15h closed/)).toBeTruthy();
  expect(panel.getByText('Closed: outside of opening hours')).toBeTruthy();
  await user.type(panel.getByRole('textbox', { name: 'Comment' }), 'Any news?');
  await user.click(panel.getByRole('button', { name: 'Send comment' }));
  await waitFor(() =>
    expect(calls.find(({ path }) => path.endsWith('/addComment'))?.body).toEqual({
      comment: 'Any news?',
      internal: false,
    }),
  );
  expect(panel.queryByRole('checkbox', { name: 'Internal' })).toBeNull();
  await user.click(panel.getByRole('button', { name: 'Cancel request' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Cancel this request?' }));
  await user.click(dialog.getByRole('button', { name: 'Cancel request' }));
  expect((await dialog.findByRole('alert')).textContent).toBe('Somebody works on this request.');
});

test('what is done is rated in words, and a manager approves what waits', async () => {
  known = [serviceRequestOf(5, { state: 'completed', closedAt: Date.now(), promiseMet: true })];
  const calls = server({
    'PUT /maintenance/requests/5/rate': () => ({ body: known[0] }),
    'PUT /maintenance/requests/5/approve': () => ({ body: known[0] }),
    'GET /users/me': {
      body: {
        ...someone,
        permissions: [{ role: 'MANAGER', center: { ...center, module: 'maintenance', code: 'M' } }],
      },
    },
  });
  const { user, queryClient } = await openApp('/requests/mine?open=5');
  const panel = within(await screen.findByRole('complementary', { name: 'Request' }));
  await user.click(await panel.findByRole('radio', { name: 'Very good' }));
  await user.click(panel.getByRole('button', { name: 'Send rating' }));
  await waitFor(() =>
    expect(calls.find(({ path }) => path.endsWith('/rate'))?.body).toEqual({ stars: 4, comment: null }),
  );
  known = [serviceRequestOf(5, { approval: 'awaiting' })];
  await queryClient.invalidateQueries({ queryKey: ['service'] });
  await user.click(await panel.findByRole('button', { name: 'Approve' }));
  await waitFor(() => expect(calls.some(({ path }) => path.endsWith('/approve'))).toBe(true));
});
