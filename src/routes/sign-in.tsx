import { createFileRoute } from '@tanstack/react-router';
import { SignInPage } from '#src/features/account/sign-in-page.tsx';
import { safeNext } from '#src/lib/next-path.ts';

export const Route = createFileRoute('/sign-in')({
  validateSearch: ({ next }): { next?: string } => (typeof next === 'string' ? { next } : {}),
  component: View,
});

function View() {
  return <SignInPage next={safeNext(Route.useSearch().next)} />;
}
