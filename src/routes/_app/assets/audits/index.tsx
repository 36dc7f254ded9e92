import { createFileRoute } from '@tanstack/react-router';
import { AuditsPage } from '#src/features/asset-audits/audits-page.tsx';
import { readAuditsSearch } from '#src/features/asset-audits/search.ts';

export const Route = createFileRoute('/_app/assets/audits/')({
  validateSearch: readAuditsSearch,
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <AuditsPage
      search={Route.useSearch({ select: readAuditsSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
