import { createFileRoute } from '@tanstack/react-router';
import { ApprovalsPage } from '#src/features/leaves/approvals-page.tsx';
import { readApprovalSearch } from '#src/features/leaves/search.ts';

export const Route = createFileRoute('/_app/leave/approvals')({
  validateSearch: readApprovalSearch,
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <ApprovalsPage
      search={Route.useSearch({ select: readApprovalSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
