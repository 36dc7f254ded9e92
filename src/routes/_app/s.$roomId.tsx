import { createFileRoute } from '@tanstack/react-router';
import { CodePage } from '#src/features/space-code/code-page.tsx';

export const Route = createFileRoute('/_app/s/$roomId')({
  params: {
    parse: ({ roomId }) => ({ roomId: Number(roomId) }),
    stringify: ({ roomId }) => ({ roomId: String(roomId) }),
  },
  component: View,
});

function View() {
  return <CodePage roomId={Route.useParams().roomId} />;
}
