import { createFileRoute } from '@tanstack/react-router';
import { readCalendarSearch } from '#src/features/move-board/calendar-search.ts';
import { MoveCalendarPage } from '#src/features/move-board/calendar-page.tsx';

export const Route = createFileRoute('/_app/moves/calendar')({
  validateSearch: readCalendarSearch,
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <MoveCalendarPage
      search={Route.useSearch({ select: readCalendarSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
