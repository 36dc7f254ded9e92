import { createFileRoute, notFound } from '@tanstack/react-router';
import {
  requireAssetManager,
  requireBookingManager,
  requireServiceManager,
  requireSiteAdmin,
} from '#src/directory/admin-access.ts';
import { ImportPage } from '#src/features/imports/import-page.tsx';

// Spelled out rather than taken from the contract: zod stays out of the first load.
const kinds = [
  'people',
  'buildings',
  'spaces',
  'bookings',
  'service-requests',
  'asset-models',
  'assets',
] as const;
const demands: Partial<Record<string, typeof requireSiteAdmin>> = {
  bookings: requireBookingManager,
  'service-requests': requireServiceManager,
  'asset-models': requireAssetManager,
  assets: requireAssetManager,
};

export const Route = createFileRoute('/_app/imports/$kind')({
  beforeLoad: async ({ context, params }) => {
    await (demands[params.kind] ?? requireSiteAdmin)(context.queryClient);
    if (!kinds.some((kind) => kind === params.kind)) throw notFound();
  },
  component: View,
});

function View() {
  const { kind: asked } = Route.useParams();
  const kind = kinds.find((one) => one === asked) ?? 'people';
  return <ImportPage key={kind} kind={kind} />;
}
