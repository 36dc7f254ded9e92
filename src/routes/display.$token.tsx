import { createFileRoute } from '@tanstack/react-router';
import { DoorPage } from '#src/features/space-code/door-page.tsx';

// Behind no sign-in: the token is the key.
export const Route = createFileRoute('/display/$token')({ component: View });

function View() {
  return <DoorPage token={Route.useParams().token} />;
}
