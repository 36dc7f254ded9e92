import { createFileRoute, redirect } from '@tanstack/react-router';
import { meOptions, worksIn } from '#src/directory/me.ts';
import { QueuePage } from '#src/features/request-queue/queue-page.tsx';
import { readQueueSearch } from '#src/features/request-queue/search.ts';

export const Route = createFileRoute('/_app/requests/queue')({
  validateSearch: readQueueSearch,
  beforeLoad: async ({ context }) => {
    const me = await context.queryClient.query({ ...meOptions, staleTime: 'static' });
    // Whoever works in no maintenance center is shown their own.
    if (!worksIn(me, 'maintenance')) throw redirect({ to: '/requests/mine', replace: true });
  },
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <QueuePage
      search={Route.useSearch({ select: readQueueSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
