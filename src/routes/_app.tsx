import { createFileRoute } from '@tanstack/react-router';
import { requireSession } from '#src/app/session.ts';
import { Shell } from '#src/app/shell.tsx';

/** Everything behind the sign-in. */
export const Route = createFileRoute('/_app')({
  beforeLoad: ({ context, location }) => requireSession(context.queryClient, location.href),
  component: Shell,
});
