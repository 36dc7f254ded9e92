import { lazy, Suspense, useEffect, useState } from 'react';
import { useStore } from '#src/lib/store.ts';
import { waiting } from './notify.ts';

const Notices = lazy(() => import('./notices.tsx'));

/** The place for notices; loads what draws them when there is the first one. */
export function NotifyHost() {
  const any = useStore(waiting).length > 0;
  const [needed, setNeeded] = useState(any);
  useEffect(() => {
    if (any) setNeeded(true);
  }, [any]);
  return needed ? (
    <Suspense>
      <Notices />
    </Suspense>
  ) : null;
}
