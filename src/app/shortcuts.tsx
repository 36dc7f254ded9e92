import { useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useEffectEvent } from 'react';
import type { Me } from '#contract/users.ts';
import { useStore } from '#src/lib/store.ts';
import { betweenKeys, isForShortcut, shortcutsOpen } from '#src/ui/shortcuts.ts';
import { goTargets } from './go-to.ts';

const ShortcutsDialog = lazy(() => import('./shortcuts-dialog.tsx'));
/** How long the second key of two is waited for. */
const PATIENCE = 1500;

/** The keys that work on every page: "?" lists them all, and "g" with a letter goes somewhere. */
export function Shortcuts({ me }: { me: Me }) {
  const router = useRouter();
  const open = useStore(shortcutsOpen);
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (!isForShortcut(event)) return;
    if (betweenKeys.get()) {
      betweenKeys.set(false);
      const target = goTargets(me).find(({ key }) => key === event.key);
      // Whatever it is, it was the second key, and no view's own.
      event.preventDefault();
      if (target) void router.navigate({ to: target.to });
    } else if (event.key === 'g') {
      event.preventDefault();
      betweenKeys.set(true);
    } else if (event.key === '?') {
      event.preventDefault();
      shortcutsOpen.set(true);
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handle(event);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stopWaiting = betweenKeys.subscribe(() => {
      clearTimeout(timer);
      if (betweenKeys.get()) timer = setTimeout(() => betweenKeys.set(false), PATIENCE);
    });
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
      stopWaiting();
      clearTimeout(timer);
      betweenKeys.set(false);
      shortcutsOpen.set(false);
    };
  }, []);
  return (
    open && (
      <Suspense>
        <ShortcutsDialog me={me} onClose={() => shortcutsOpen.set(false)} />
      </Suspense>
    )
  );
}
