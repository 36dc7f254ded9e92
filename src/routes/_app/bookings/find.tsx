import { createFileRoute, redirect } from '@tanstack/react-router';
import { meOptions } from '#src/directory/me.ts';
import { lastPlace } from '#src/features/space-booking/find-memory.ts';
import { FindPage } from '#src/features/space-booking/find-page.tsx';
import { readFindSearch } from '#src/features/space-booking/find-search.ts';
import { allBuildingsOptions } from '#src/directory/booking-places.ts';
import { typesOptions } from '#src/directory/space-types.ts';

export const Route = createFileRoute('/_app/bookings/find')({
  validateSearch: readFindSearch,
  beforeLoad: async ({ search, context }) => {
    if (Object.keys(search).length > 0) return;
    const me = await context.queryClient.query({ ...meOptions, staleTime: 'static' });
    // Not above: it would bring the schemas into what loads first.
    const { homeOf } = await import('#src/directory/booking-places.ts');
    const last = lastPlace(homeOf(me));
    // An address that says nothing goes on where the last search was.
    if (Object.keys(last).length > 0) throw redirect({ to: '/bookings/find', search: last, replace: true });
  },
  // Not awaited: the page has its own skeleton. The building says in which zone the times are meant.
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(allBuildingsOptions);
    void queryClient.prefetchQuery(typesOptions);
  },
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <FindPage
      search={Route.useSearch({ select: readFindSearch, structuralSharing: true })}
      onSearch={(search, replace = true) => void navigate({ search, replace })}
    />
  );
}
