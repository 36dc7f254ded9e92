import { createFileRoute, redirect } from '@tanstack/react-router';
import { meOptions } from '#src/directory/me.ts';
import { withQuery } from '#src/lib/query-string.ts';

/** Letters lead here too: to the request in the view that the reader works with. */
export const Route = createFileRoute('/_app/requests/')({
  validateSearch: ({ open }: Record<string, unknown>): { open?: number } =>
    Number.isSafeInteger(open) ? { open: open as number } : {},
  beforeLoad: async ({ context, search }) => {
    // Only when it is asked for: the tabs would bring their words to the sign-in page.
    const { firstTabFor } = await import('#src/directory/request-tabs.tsx');
    const me = await context.queryClient.query({ ...meOptions, staleTime: 'static' });
    throw redirect({ href: withQuery(firstTabFor(me), search), replace: true });
  },
});
