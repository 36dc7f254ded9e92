import { createFileRoute } from '@tanstack/react-router';
import { InPage } from '#src/features/space-use/in-page.tsx';
import { readInSearch } from '#src/features/space-use/in-search.ts';

export const Route = createFileRoute('/_app/bookings/in')({ validateSearch: readInSearch, component: View });

function View() {
  const navigate = Route.useNavigate();
  return (
    <InPage
      search={Route.useSearch({ select: readInSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
