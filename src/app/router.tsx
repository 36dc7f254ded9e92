import type { QueryClient } from '@tanstack/react-query';
import {
  createRouter,
  parseSearchWith,
  type RouterHistory,
  stringifySearchWith,
} from '@tanstack/react-router';
import type { routeTree } from '#src/route-tree.gen.ts';
import { CrashView, NotFoundView } from './error-views.tsx';
import { PendingView } from './pending-view.tsx';

// The router's own reading turns every number-like word into a number, which would cut the digits of a long
// tracking number in a hand-written link. Here text stays text, lists are JSON; routes coerce what is a number.
const parseSearch = parseSearchWith((text) => (/^[[{]/.test(text) ? JSON.parse(text) : text));
const stringifySearch = stringifySearchWith(JSON.stringify);

/** `routes` are those it begins with: all, or those that need no sign-in. */
export function createAppRouter(queryClient: QueryClient, routes: typeof routeTree, history?: RouterHistory) {
  let coming: Promise<void> | undefined;
  const bring = async () => {
    try {
      await import('#src/route-tree.gen.ts');
      router.setRoutes(router.buildRouteTree());
    } catch (error) {
      coming = undefined; // asked for again next time
      throw error;
    }
  };
  const router = createRouter({
    routeTree: routes,
    context: { queryClient, everyRoute: () => (coming ??= bring()) },
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
  return router;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
