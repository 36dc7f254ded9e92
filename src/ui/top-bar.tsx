import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { createStore, useStore } from '#src/lib/store.ts';

const place = createStore<HTMLElement | null>(null);

// One function for ever: a new one each time would empty and fill the place at every rendering.
const fill = (element: HTMLElement | null) => place.set(element);

/** Where the shell keeps room in its bar. */
export function TopBarSlot({ className }: { className?: string | undefined }) {
  return <div className={className} ref={fill} />;
}

/**
 * Puts a scan box or a search into the shell's bar for as long as the view is open.
 * @public
 */
export function TopBar({ children }: { children: ReactNode }) {
  const target = useStore(place);
  return target && createPortal(children, target);
}
