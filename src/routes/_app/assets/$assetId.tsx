import { createFileRoute } from '@tanstack/react-router';
import { AssetPage } from '#src/features/asset-register/asset-page.tsx';

export const Route = createFileRoute('/_app/assets/$assetId')({
  params: {
    parse: ({ assetId }) => ({ assetId: Number(assetId) }),
    stringify: ({ assetId }) => ({ assetId: String(assetId) }),
  },
  component: View,
});

function View() {
  return <AssetPage id={Route.useParams().assetId} />;
}
