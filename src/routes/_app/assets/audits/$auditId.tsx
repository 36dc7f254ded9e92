import { createFileRoute } from '@tanstack/react-router';
import { AuditPage } from '#src/features/asset-audits/audit-page.tsx';
import { auditOptions } from '#src/features/asset-audits/queries.ts';
import { readAuditSearch } from '#src/features/asset-audits/search.ts';

export const Route = createFileRoute('/_app/assets/audits/$auditId')({
  params: {
    parse: ({ auditId }) => ({ auditId: Number(auditId) }),
    stringify: ({ auditId }) => ({ auditId: String(auditId) }),
  },
  validateSearch: readAuditSearch,
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(auditOptions(params.auditId)),
  component: View,
});

function View() {
  const { auditId } = Route.useParams();
  const navigate = Route.useNavigate();
  return (
    <AuditPage
      key={auditId}
      auditId={auditId}
      search={Route.useSearch({ select: readAuditSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
