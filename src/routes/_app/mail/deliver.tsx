import { createFileRoute } from '@tanstack/react-router';
import { requireMailDesk } from '#src/directory/mail-access.ts';
import { HandOverView } from '#src/features/mail-desk/hand-over-view.tsx';

export const Route = createFileRoute('/_app/mail/deliver')({
  validateSearch: ({ person }): { person?: number } => (Number(person) > 0 ? { person: Number(person) } : {}),
  beforeLoad: ({ context }) => requireMailDesk(context.queryClient),
  component: View,
});

function View() {
  const { person } = Route.useSearch();
  return <HandOverView personId={Number(person) > 0 ? Number(person) : undefined} />;
}
