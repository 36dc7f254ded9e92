import { createFileRoute } from '@tanstack/react-router';
import { TeamPage } from '#src/features/leaves/team-page.tsx';
import { readTeamSearch } from '#src/features/leaves/search.ts';

export const Route = createFileRoute('/_app/leave/team')({
  validateSearch: readTeamSearch,
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <TeamPage
      search={Route.useSearch({ select: readTeamSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
