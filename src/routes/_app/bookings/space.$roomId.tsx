import { createFileRoute } from '@tanstack/react-router';
import { readDaySearch } from '#src/features/space-booking/day-search.ts';
import { WeekPage } from '#src/features/space-booking/week-page.tsx';

export const Route = createFileRoute('/_app/bookings/space/$roomId')({
  params: {
    parse: ({ roomId }) => ({ roomId: Number(roomId) }),
    stringify: ({ roomId }) => ({ roomId: String(roomId) }),
  },
  validateSearch: readDaySearch,
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  const { roomId } = Route.useParams();
  return (
    <WeekPage
      key={roomId}
      roomId={roomId}
      search={Route.useSearch({ select: readDaySearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
