import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/**
 * After a navigation the reader begins at the new view's heading, not at the link they left. A view that
 * took the focus itself (a scan box, a dialog) keeps it.
 */
export function useFocusOnNavigation(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (!fromLocation || !pathChanged) return;
        const held = document.activeElement;
        if (held?.closest('[data-keep-focus], [role="dialog"]')) return;
        if (held?.matches('#content :is(input, textarea, select)')) return;
        document.querySelector<HTMLElement>('[data-page-title]')?.focus({ preventScroll: true });
      }),
    [router],
  );
}
