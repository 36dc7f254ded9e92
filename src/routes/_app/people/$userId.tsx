import { createFileRoute } from '@tanstack/react-router';
import { PersonPage } from '#src/features/people/person-page.tsx';

export const Route = createFileRoute('/_app/people/$userId')({
  params: {
    parse: ({ userId }) => ({ userId: Number(userId) }),
    stringify: ({ userId }) => ({ userId: String(userId) }),
  },
  component: View,
});

function View() {
  const { userId } = Route.useParams();
  const navigate = Route.useNavigate();
  return <PersonPage key={userId} id={userId} onGone={() => void navigate({ to: '/people' })} />;
}
