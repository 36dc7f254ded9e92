import { createFileRoute } from '@tanstack/react-router';
import { requireBookingManager } from '#src/directory/admin-access.ts';
import { UsePage } from '#src/features/space-use/use-page.tsx';
import { readUseSearch } from '#src/features/space-use/use-search.ts';

export const Route = createFileRoute('/_app/bookings/use')({
  validateSearch: readUseSearch,
  beforeLoad: ({ context }) => requireBookingManager(context.queryClient),
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <UsePage
      search={Route.useSearch({ select: readUseSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
