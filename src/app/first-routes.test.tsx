import { createMemoryHistory } from '@tanstack/react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { routeTree } from '#src/route-tree.gen.ts';
import { firstRoutes, isFirst } from './first-routes.ts';
import { createQueryClient } from './query-client.ts';
import { createAppRouter } from './router.tsx';
import { someone, stubServer } from './test-support.tsx';

// Both trees have one root: here, all its children came before.
const all = Object.values(routeTree.children ?? {});
const bringAll = () => void routeTree._addFileChildren(all as never);
afterEach(() => {
  bringAll();
  vi.unstubAllGlobals();
});

const open = (address: string) =>
  createAppRouter(createQueryClient(), firstRoutes(), createMemoryHistory({ initialEntries: [address] }));

test('the first load knows the pages before the sign-in, and that there are others', () => {
  const router = open('/sign-in');
  for (const path of ['/sign-in', '/register', '/forgot-password', '/reset-password', '/display/abc'])
    expect(isFirst(router, path), path).toBe(true);
  for (const path of ['/', '/profile', '/mail/scan', '/nowhere'])
    expect(isFirst(router, path), path).toBe(false);
  expect(Object.keys(router.routesById)).not.toContain('/_app');
});

test.each(['/profile?tab=2', '/'])('going beyond them brings all routes and opens %s', async (href) => {
  stubServer({ 'GET /users/me': { body: someone } });
  const router = open('/sign-in');
  await router.load();
  bringAll();
  await router.navigate({ href });
  expect(router.state.location.href).toBe(href);
  expect(router.state.matches.map(({ routeId }) => routeId)).toContain('/_app');
});
