import { createFileRoute } from '@tanstack/react-router';
import { DayPage } from '#src/features/space-booking/day-page.tsx';
import { readDaySearch } from '#src/features/space-booking/day-search.ts';

export const Route = createFileRoute('/_app/bookings/')({ validateSearch: readDaySearch, component: View });

function View() {
  const navigate = Route.useNavigate();
  return (
    <DayPage
      search={Route.useSearch({ select: readDaySearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
