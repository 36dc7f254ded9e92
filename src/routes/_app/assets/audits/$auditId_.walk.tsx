import { createFileRoute } from '@tanstack/react-router';
import { auditOptions } from '#src/features/asset-audits/queries.ts';
import { readWalkSearch } from '#src/features/asset-audits/search.ts';
import { WalkPage } from '#src/features/asset-audits/walk-page.tsx';

export const Route = createFileRoute('/_app/assets/audits/$auditId_/walk')({
  params: {
    parse: ({ auditId }) => ({ auditId: Number(auditId) }),
    stringify: ({ auditId }) => ({ auditId: String(auditId) }),
  },
  validateSearch: readWalkSearch,
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(auditOptions(params.auditId)),
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <WalkPage
      auditId={Route.useParams().auditId}
      search={Route.useSearch({ select: readWalkSearch, structuralSharing: true })}
      onSearch={(search) => void navigate({ search })}
    />
  );
}
