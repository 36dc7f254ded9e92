import { createFileRoute } from '@tanstack/react-router';
import { readWalkSearch } from '#src/features/asset-audits/search.ts';
import { WalkPage } from '#src/features/asset-audits/walk-page.tsx';

export const Route = createFileRoute('/_app/assets/walk')({
  validateSearch: readWalkSearch,
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <WalkPage
      auditId={undefined}
      search={Route.useSearch({ select: readWalkSearch, structuralSharing: true })}
      onSearch={(search) => void navigate({ search })}
    />
  );
}
