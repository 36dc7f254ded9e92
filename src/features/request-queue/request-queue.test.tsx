import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { requestStatuses, type ServiceRequest, type ServiceState } from '#contract/service-requests.ts';
import type { Me, UserShort } from '#contract/users.ts';
import { type Answers, type Call, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
// Compiled before any clock runs.
import './queue-page.tsx';
import './request-panel.tsx';

const dates = { dateCreated: 1, dateUpdated: 1 };
const center = { id: 5, name: 'House services' };
const me: Me = {
  ...someone,
  permissions: [{ role: 'OPERATOR', center: { ...center, module: 'maintenance', code: 'MNT' } }],
};
const short = (id: number, name: string): UserShort => ({
  id,
  name,
  firstName: name,
  lastName: '',
  userName: `user${id}`,
  email: `user${id}@northwind.example`,
  userType: { id: 1, name: 'Employee' },
});
const priorities = [
  { id: 1, name: 'High', sortOrder: 2, color: {}, ...dates },
  { id: 2, name: 'Low', sortOrder: 4, color: {}, ...dates },
];
function request(id: number, state: ServiceState, more: Partial<ServiceRequest> = {}): ServiceRequest {
  const name = `Broken lamp ${id}`;
  return {
    id,
    state,
    requestStatus: requestStatuses[state],
    requester: short(90, 'Anna'),
    requesterPrimaryContact: true,
    contact: { id: 90, name: 'Anna', firstName: 'Anna', lastName: '', email: 'anna@northwind.example' },
    type: {
      id: 3,
      name,
      description: '',
      type: '',
      product: { id: 4, name: 'Lamps', ...dates },
      defaultPriority: priorities[1]!,
      SLAMinutes: 60,
      promises: [],
      estimatedTime: 10,
      totalOperatorsRequired: 1,
      priorityEnableForCustomer: true,
      dateRequiredEnabledForCustomer: true,
      assetRequest: false,
      approval: false,
      active: true,
      fields: [],
      ...dates,
    },
    priority: priorities[id % 2]!,
    room: {
      id: 8,
      name: 'Kitchen',
      description: '',
      reservable: false,
      type: { id: 1, name: 'Room' },
      floor: { id: 1, name: 'Ground', building: { id: 1, name: 'House' } },
    },
    center,
    dateRequired: Date.now() + 86_400_000,
    totalOperatorsNeeded: 1,
    operators: state === 'new' ? [] : [{ ...short(someone.id, someone.name), status: 'started' }],
    assetStatus: '',
    scheduledTask: false,
    completed: state === 'completed',
    attachments: [],
    supplies: [],
    fields: [],
    fieldValue: [],
    valueFields: [],
    warning: {},
    description: '',
    pastDue: false,
    commentCount: 0,
    ...dates,
    ...more,
  };
}

let known: ServiceRequest[] = [];
const isOpen = ({ state }: ServiceRequest) => state !== 'completed' && state !== 'rejected';
function matching({ path }: Call) {
  const query = new URLSearchParams(path.split('?')[1]);
  const states = query.get('state')?.split(',');
  return known.filter(
    (one) =>
      (!states || states.includes(one.state)) &&
      (query.get('open') === null || String(isOpen(one)) === query.get('open')) &&
      (query.get('priority') === null || query.get('priority') === one.priority.name.toLowerCase()) &&
      (query.get('awaitingApproval') === null || one.approval === 'awaiting'),
  );
}
const after: Record<string, ServiceState> = {
  accept: 'accepted',
  start: 'started',
  hold: 'hold',
  resume: 'started',
  complete: 'completed',
};

/** A server that keeps where each request is. */
function server(more: Answers = {}) {
  const of = known.flatMap(({ id }): [string, Answers[string]][] => {
    const at = `/maintenance/requests/${id}`;
    const show = () => known.find((one) => one.id === id)!;
    const steps = Object.entries(after).map(([step, state]): [string, Answers[string]] => [
      `PUT ${at}/${step}`,
      () => {
        known = known.map((one) => (one.id === id ? request(id, state, { operators: one.operators }) : one));
        return { body: show() };
      },
    ]);
    return [
      [`GET ${at}`, () => ({ body: show() })],
      [`GET ${at}/comments`, { body: [] }],
      [`GET ${at}/time`, { body: [] }],
      [`POST ${at}/looking`, { body: { others: [short(91, 'Ola Nowak')] } }],
      [`DELETE ${at}/looking`, { body: { others: [] } }],
      ...steps,
    ];
  });
  return stubServer({
    'GET /users/me': { body: me },
    'GET /service/catalogue': { body: { categories: [], products: [], priorities, centers: [center] } },
    'GET /service/operators': {
      body: [me, short(91, 'Ola Nowak')].map(({ id, name }) => ({
        ...short(id, name),
        centerIds: [center.id],
        open: id,
      })),
    },
    'GET /service/hold-reasons': { body: [{ id: 6, name: 'No part', center, sortOrder: 1, ...dates }] },
    'GET /maintenance/requests': (call) => ({ body: matching(call) }),
    'GET /maintenance/requests/count': (call) => ({ body: { count: matching(call).length } }),
    'GET /maintenance/requests/stats': () => {
      const open = known.filter(isOpen);
      const high = open.filter(({ priority }) => priority.id === 1).length;
      return {
        body: {
          totalCount: open.length,
          highPriorityCount: high,
          lowPriorityCount: open.length - high,
          assignedCount: 0,
          pastDueCount: 0,
        },
      };
    },
    ...Object.fromEntries(of),
    ...more,
  });
}
const rowOf = (id: number) => screen.findByRole('row', { name: new RegExp(`#${id}\\b`) });
const sent = (calls: readonly Call[], path: string) => calls.filter((call) => call.path === path);
const panel = async () => within(await screen.findByRole('complementary', { name: 'Request' }));

beforeEach(() => {
  known = [request(1, 'new'), request(2, 'new'), request(3, 'started'), request(4, 'completed')];
});
afterEach(() => vi.unstubAllGlobals());

test('each part says how many it holds; one request goes its way by the one button, and a refusal stands there', async () => {
  const calls = server({
    'PUT /maintenance/requests/2/start': refusal(409, 'service.on-hold', 'Somebody put it on hold.'),
  });
  const { user, router } = await openApp('/requests/queue');
  const parts = within(await screen.findByRole('group', { name: 'Parts of the queue' }));
  expect(await parts.findByRole('button', { name: 'All open 3' })).toBeTruthy();
  await user.click(parts.getByRole('button', { name: 'Low 2' }));
  expect(router.state.location.search).toEqual({ tab: 'low' });
  await waitFor(() => expect(screen.queryByRole('row', { name: /#2\b/ })).toBeNull());
  await user.click(parts.getByRole('button', { name: 'All open 3' }));
  await user.click(await rowOf(2));
  const open = await panel();
  expect(await open.findByText('Also looking at this: Ola Nowak')).toBeTruthy();
  await user.click(open.getByRole('button', { name: 'Accept' }));
  await user.click(await open.findByRole('button', { name: 'Start' }));
  expect((await open.findByRole('alert')).textContent).toContain('Somebody put it on hold.');
  await user.click(open.getByRole('button', { name: 'Close the request' }));
  await waitFor(() => expect(sent(calls, '/maintenance/requests/2/looking').at(-1)?.method).toBe('DELETE'));
});

test('a hold asks why before it is sent, and can be taken back', async () => {
  const calls = server();
  const { user } = await openApp('/requests/queue?open=3');
  await user.click(await (await panel()).findByRole('button', { name: 'Put on hold' }));
  const dialog = within(await screen.findByRole('dialog', { name: /on hold\?$/ }));
  await user.click(dialog.getByRole('button', { name: 'Put on hold' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('Say why');
  expect(sent(calls, '/maintenance/requests/3/hold')).toHaveLength(0);
  await user.selectOptions(await dialog.findByRole('combobox', { name: 'Reason' }), 'No part');
  await user.click(dialog.getByRole('button', { name: 'Put on hold' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(sent(calls, '/maintenance/requests/3/resume')).toHaveLength(1));
  expect(sent(calls, '/maintenance/requests/3/hold')[0]!.body).toEqual({ note: null, reason: { id: 6 } });
});

test('keys choose two rows and give both to an operator', async () => {
  const calls = server({ 'PUT /maintenance/requests/assign': { body: { count: 2, ids: [1, 2] } } });
  const { user } = await openApp('/requests/queue');
  await rowOf(1);
  await user.keyboard('jx');
  await user.keyboard('{ArrowDown}x');
  expect(await screen.findByText('2 selected')).toBeTruthy();
  await user.keyboard('a');
  const dialog = within(await screen.findByRole('dialog', { name: 'Who does 2 requests?' }));
  await user.click(await dialog.findByRole('checkbox', { name: /Ola Nowak/ }));
  await user.click(dialog.getByRole('button', { name: 'Assign' }));
  await waitFor(() =>
    expect(sent(calls, '/maintenance/requests/assign')[0]?.body).toEqual({
      requests: [{ id: 1 }, { id: 2 }],
      operators: [{ id: 91 }],
    }),
  );
});

test('what was noted at the end is not noted twice when the end is refused at first', async () => {
  let refused = false;
  const calls = server({
    'POST /maintenance/requests/3/time': { status: 201, body: [] },
    'PUT /maintenance/requests/3/complete': () => {
      if (refused) return { body: request(3, 'completed') };
      refused = true;
      return refusal(409, 'service.not-started', 'Not yet.');
    },
  });
  const { user } = await openApp('/requests/queue?open=3');
  await user.click(await (await panel()).findByRole('button', { name: 'Complete' }));
  const dialog = within(await screen.findByRole('dialog', { name: /^Complete/ }));
  await user.type(dialog.getByRole('textbox', { name: 'What was done' }), 'New bulb');
  await user.type(dialog.getByRole('textbox', { name: 'Minutes spent' }), '15');
  await user.click(dialog.getByRole('button', { name: 'Complete' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('Not yet.');
  await user.click(dialog.getByRole('button', { name: 'Complete' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent(calls, '/maintenance/requests/3/complete')).toHaveLength(2);
  expect(calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/time'))).toHaveLength(1);
});

test('on the board a step that is not to be taken is refused before it is dropped, another is taken', async () => {
  const calls = server();
  const { user } = await openApp('/requests/queue?view=board');
  const card = await screen.findByRole('button', { name: /^Broken lamp 1 #1/ });
  card.focus();
  await user.keyboard('m{ArrowRight}{ArrowRight}{Enter}');
  expect((await screen.findAllByText(/Nobody has accepted this request yet/)).length).toBeGreaterThan(0);
  expect(calls.filter(({ method }) => method === 'PUT')).toHaveLength(0);
  await user.keyboard('{ArrowLeft}{Enter}');
  await waitFor(() => expect(sent(calls, '/maintenance/requests/1/accept')).toHaveLength(1));
  const accepted = await screen.findByRole('list', { name: /^Accepted, 1 card/ });
  expect(within(accepted).getByRole('button', { name: /^Broken lamp 1 #1/ })).toBeTruthy();
});
