import { createFileRoute } from '@tanstack/react-router';
import { MinePage } from '#src/features/service-requests/mine-page.tsx';
import { readMineSearch } from '#src/features/service-requests/mine-search.ts';

export const Route = createFileRoute('/_app/requests/mine')({
  validateSearch: readMineSearch,
  component: MinePage,
});
