import { createFileRoute } from '@tanstack/react-router';
import { DoorLinkPage } from '#src/features/space-code/door-link-page.tsx';

export const Route = createFileRoute('/_app/spaces/$roomId_/door')({
  params: {
    parse: ({ roomId }) => ({ roomId: Number(roomId) }),
    stringify: ({ roomId }) => ({ roomId: String(roomId) }),
  },
  component: View,
});

function View() {
  const { roomId } = Route.useParams();
  return <DoorLinkPage key={roomId} roomId={roomId} />;
}
