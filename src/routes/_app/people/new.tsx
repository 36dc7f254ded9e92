import { createFileRoute } from '@tanstack/react-router';
import { NewPersonPage } from '#src/features/people/person-form-pages.tsx';

export const Route = createFileRoute('/_app/people/new')({ component: View });

function View() {
  const navigate = Route.useNavigate();
  return <NewPersonPage onDone={(userId) => void navigate({ to: '/people/$userId', params: { userId } })} />;
}
