import { createFileRoute } from '@tanstack/react-router';
import { MovePage } from '#src/features/move-requests/move-page.tsx';

export const Route = createFileRoute('/_app/moves/$requestId')({
  params: {
    parse: ({ requestId }) => ({ requestId: Number(requestId) }),
    stringify: ({ requestId }) => ({ requestId: String(requestId) }),
  },
  component: View,
});

function View() {
  const { requestId } = Route.useParams();
  return <MovePage key={requestId} id={requestId} />;
}
