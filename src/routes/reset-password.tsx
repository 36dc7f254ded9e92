import { createFileRoute } from '@tanstack/react-router';
import { ResetPasswordPage } from '#src/features/account/reset-password-page.tsx';

export const Route = createFileRoute('/reset-password')({
  validateSearch: ({ token }): { token?: string } => (typeof token === 'string' ? { token } : {}),
  component: View,
});

function View() {
  return <ResetPasswordPage token={Route.useSearch().token ?? ''} />;
}
