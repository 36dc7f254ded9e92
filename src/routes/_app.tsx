import { createFileRoute } from '@tanstack/react-router';
import { requireSession } from '#src/app/session.ts';
import { Shell } from '#src/app/shell.tsx';
import { meOptions } from '#src/directory/me.ts';

/** Everything behind the sign-in. */
export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context, location }) => {
    // Nobody is known yet: somebody opens the dashboard, or has just signed in.
    const arriving = context.queryClient.getQueryData(meOptions.queryKey) === undefined;
    await requireSession(context.queryClient, location.href);
    return { arriving };
  },
  component: Shell,
});
