import { createFileRoute } from '@tanstack/react-router';
import { SpacePage } from '#src/features/places/space-page.tsx';

export const Route = createFileRoute('/_app/spaces/$roomId')({
  params: {
    parse: ({ roomId }) => ({ roomId: Number(roomId) }),
    stringify: ({ roomId }) => ({ roomId: String(roomId) }),
  },
  component: View,
});

function View() {
  return <SpacePage id={Route.useParams().roomId} />;
}
