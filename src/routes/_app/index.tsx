import { createFileRoute, redirect } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { uses } from '#src/directory/features.ts';
import { meOptions, useMe, worksIn } from '#src/directory/me.ts';
import { HomePage } from '#src/features/home/home-page.tsx';
import { CodeButton } from '#src/features/my-parcels/code-button.tsx';
import { ParcelSections } from '#src/features/my-parcels/parcel-sections.tsx';
import { openParcelsOptions } from '#src/features/my-parcels/queries.ts';

const MineToday = lazy(() =>
  import('#src/features/space-booking/mine-today.tsx').then((file) => ({ default: file.MineToday })),
);
const QueueFigures = lazy(() =>
  import('#src/features/request-queue/queue-figures.tsx').then((file) => ({ default: file.QueueFigures })),
);
const HomeRequests = lazy(() =>
  import('#src/features/service-requests/home-requests.tsx').then((file) => ({ default: file.HomeRequests })),
);

export const Route = createFileRoute('/_app/')({
  beforeLoad: async ({ context }) => {
    const me = await context.queryClient.query({ ...meOptions, staleTime: 'static' });
    if (worksIn(me, 'mail')) throw redirect({ href: '/mail', replace: true });
  },
  // Not awaited: the greeting need not wait for the parcels, which show their own skeleton.
  loader: async ({ context }) => {
    const me = await context.queryClient.query({ ...meOptions, staleTime: 'static' });
    if (uses(me, 'mail')) void context.queryClient.prefetchQuery(openParcelsOptions);
  },
  component: View,
});

function View() {
  const me = useMe();
  const [mail, booking, service] = [uses(me, 'mail'), uses(me, 'booking'), uses(me, 'service')];
  if (!mail && !booking && !service) return <HomePage />;
  return (
    <HomePage actions={mail && <CodeButton />}>
      {service && worksIn(me, 'maintenance') && (
        <Suspense>
          <QueueFigures />
        </Suspense>
      )}
      {booking && (
        <Suspense>
          <MineToday />
        </Suspense>
      )}
      {service && (
        <Suspense>
          <HomeRequests />
        </Suspense>
      )}
      {mail && <ParcelSections />}
    </HomePage>
  );
}
