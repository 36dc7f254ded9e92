import { createFileRoute } from '@tanstack/react-router';
import { MoveLabelsPage } from '#src/features/move-requests/labels-page.tsx';
import { readMoveLabelSearch } from '#src/features/move-requests/labels-search.ts';

export const Route = createFileRoute('/_app/moves/$requestId_/labels')({
  params: {
    parse: ({ requestId }) => ({ requestId: Number(requestId) }),
    stringify: ({ requestId }) => ({ requestId: String(requestId) }),
  },
  validateSearch: readMoveLabelSearch,
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  const { requestId } = Route.useParams();
  return (
    <MoveLabelsPage
      id={requestId}
      search={Route.useSearch({ select: readMoveLabelSearch, structuralSharing: true })}
      onSearch={(search) => void navigate({ search, replace: true })}
    />
  );
}
