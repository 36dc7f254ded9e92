import { createFileRoute } from '@tanstack/react-router';
import { BuildingPage } from '#src/features/places/building-page.tsx';

export const Route = createFileRoute('/_app/places/$buildingId')({
  params: {
    parse: ({ buildingId }) => ({ buildingId: Number(buildingId) }),
    stringify: ({ buildingId }) => ({ buildingId: String(buildingId) }),
  },
  component: View,
});

function View() {
  return <BuildingPage id={Route.useParams().buildingId} />;
}
