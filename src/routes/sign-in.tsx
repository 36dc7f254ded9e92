import { createFileRoute, redirect } from '@tanstack/react-router';
import { meOptions } from '#src/directory/me.ts';
import { SignInPage } from '#src/features/account/sign-in-page.tsx';
import { safeNext } from '#src/lib/next-path.ts';

export const Route = createFileRoute('/sign-in')({
  validateSearch: ({ next }): { next?: string } => (typeof next === 'string' ? { next } : {}),
  beforeLoad: ({ context, search }) => {
    if (context.queryClient.getQueryData(meOptions.queryKey))
      throw redirect({ href: safeNext(search.next), replace: true });
  },
  component: View,
});

function View() {
  return <SignInPage next={safeNext(Route.useSearch().next)} />;
}
