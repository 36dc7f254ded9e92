import type { QueryClient } from '@tanstack/react-query';
import {
  createRouter,
  parseSearchWith,
  type RouterHistory,
  stringifySearchWith,
} from '@tanstack/react-router';
import { routeTree } from '#src/route-tree.gen.ts';
import { CrashView, NotFoundView } from './error-views.tsx';
import { PendingView } from './pending-view.tsx';

// The router's own reading turns every number-like word into a number, which would cut the digits of a long
// tracking number in a hand-written link. Here text stays text, lists are JSON; routes coerce what is a number.
const parseSearch = parseSearchWith((text) => (/^[[{]/.test(text) ? JSON.parse(text) : text));
const stringifySearch = stringifySearchWith(JSON.stringify);

export const createAppRouter = (queryClient: QueryClient, history?: RouterHistory) =>
  createRouter({
    routeTree,
    context: { queryClient },
    ...(history && { history }),
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    // Query decides what is fresh.
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 150,
    defaultPendingMinMs: 250,
    defaultPendingComponent: PendingView,
    defaultErrorComponent: CrashView,
    defaultNotFoundComponent: NotFoundView,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
