import { createFileRoute } from '@tanstack/react-router';
import { requireMailDesk } from '#src/directory/mail-access.ts';
import { HandOverView } from '#src/features/mail-desk/hand-over-view.tsx';
import { numberIn } from '#src/lib/address.ts';

export const Route = createFileRoute('/_app/mail/deliver')({
  validateSearch: ({ person }): { person?: number } =>
    numberIn(person) > 0 ? { person: numberIn(person) } : {},
  beforeLoad: ({ context }) => requireMailDesk(context.queryClient),
  component: View,
});

function View() {
  const { person } = Route.useSearch();
  return <HandOverView personId={numberIn(person) > 0 ? numberIn(person) : undefined} />;
}
