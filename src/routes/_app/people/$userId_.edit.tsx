import { createFileRoute } from '@tanstack/react-router';
import { EditPersonPage } from '#src/features/people/person-form-pages.tsx';

export const Route = createFileRoute('/_app/people/$userId_/edit')({
  params: {
    parse: ({ userId }) => ({ userId: Number(userId) }),
    stringify: ({ userId }) => ({ userId: String(userId) }),
  },
  component: View,
});

function View() {
  const { userId } = Route.useParams();
  const navigate = Route.useNavigate();
  return (
    <EditPersonPage
      key={userId}
      id={userId}
      onDone={() => void navigate({ to: '/people/$userId', params: { userId } })}
    />
  );
}
