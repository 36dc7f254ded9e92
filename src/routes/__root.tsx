import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { RootLayout } from '#src/app/root-layout.tsx';

// This and _app.tsx are the two layout routes: the only routes that know the app around them.
export const Route = createRootRouteWithContext<{
  queryClient: QueryClient;
  /** Brings the routes behind the sign-in, which do not come with the first load. */
  everyRoute: () => Promise<void>;
}>()({ component: RootLayout });
