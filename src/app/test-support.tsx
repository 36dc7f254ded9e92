import { notifications } from '@mantine/notifications';
import { createMemoryHistory } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import type { Me } from '#contract/users.ts';
import { sessionExpired, serverReachable } from '#src/lib/connection.ts';
import { waiting } from '#src/ui/notify.ts';
import { routeTree } from '#src/route-tree.gen.ts';
import { App } from './app.tsx';
import { createQueryClient } from './query-client.ts';
import { createAppRouter } from './router.tsx';
// Compiled before any clock runs: the first test of a file would otherwise wait for it.
import './shell.tsx';

const API = '/external/api/rest/v2';

export const someone: Me = {
  id: 7,
  name: 'Marta Kowalczyk',
  firstName: 'Marta',
  lastName: 'Kowalczyk',
  userName: 'marta',
  email: 'marta@northwind.example',
  phone: '+48 22 100 00',
  userType: { id: 1, name: 'Employee' },
  color: '#434fbf',
  floorWarden: false,
  specialNeeds: false,
  siteAdmin: false,
  dateCreated: 1,
  dateUpdated: 1,
  room: {},
  costCenter: {},
  language: null,
  timeZone: 'Europe/Warsaw',
  organisation: {
    id: 1,
    name: 'Northwind',
    timeZone: 'Europe/Warsaw',
    features: [
      'mail',
      'booking',
      'service',
      'moves',
      'assets',
      'cost-centers',
      'contacts',
      'agreements',
      'leave',
    ],
  },
  permissions: [{ role: 'CUSTOMER', center: { id: 1, name: 'Mail', module: 'mail', code: 'MAIL' } }],
  guide: false,
  demo: false,
};

export type Call = { method: string; path: string; body: unknown; headers: Headers };
type Answer = { status?: number; body?: unknown; headers?: Record<string, string> };
/** By `GET /users/me` for the iOffice API and `POST /data/login` for the other; without the query. */
export type Answers = Record<string, Answer | ((call: Call) => Answer | Promise<Answer>)>;

/** Stands in for the server. What it is not told to answer is 404. Returns the calls it received. */
export function stubServer(answers: Answers): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const path = url.replace(API, '');
    const body: unknown = init.body === undefined ? undefined : JSON.parse(String(init.body));
    // The bell asks on every page; a view that does not care about it need not say so.
    if (path.startsWith('/notices/count') && !answers['GET /notices/count'])
      return new Response(JSON.stringify({ count: 0 }));
    const call = { method: init.method ?? 'GET', path, body, headers: new Headers(init.headers) };
    calls.push(call);
    const found = answers[`${call.method} ${path.split('?')[0]}`];
    const answer = (typeof found === 'function' ? await found(call) : found) ?? refusal(404, 'not-found');
    const { status = 200, headers } = answer;
    const text = answer.body === undefined ? null : JSON.stringify(answer.body);
    return new Response(text, { status, ...(headers && { headers }) });
  });
  return calls;
}

export const refusal = (status: number, code: string, message = code, field?: string): Answer => ({
  status,
  body: { error: { code, message, field } },
});

/** The whole dashboard at an address, as somebody would open it; `wait` for what its loaders ask for. */
export async function openApp(address: string, { wait = true } = {}) {
  sessionExpired.set(false);
  serverReachable.set(true);
  // Notices of an earlier test would offer to undo what was done there.
  waiting.set([]);
  notifications.clean();
  const queryClient = createQueryClient();
  queryClient.setDefaultOptions({ queries: { ...queryClient.getDefaultOptions().queries, retry: false } });
  const router = createAppRouter(queryClient, routeTree, createMemoryHistory({ initialEntries: [address] }));
  const user = userEvent.setup({ delay: null });
  if (wait) await router.load();
  render(<App queryClient={queryClient} router={router} />);
  return { user, router, queryClient };
}
