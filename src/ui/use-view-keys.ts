import { useEffect, useEffectEvent } from 'react';
import { betweenKeys, isForShortcut, type UsualKey, usualLabel, useNamedKeys } from './shortcuts.ts';

type Act = () => void;
type Named = { label: () => string; run: Act };
/** Keys of one view alone say what they do; what means the same everywhere need not. */
export type ViewKeys = { [key in UsualKey]?: Act | Named } & { [key in OwnKey]?: Named };
type OwnKey = 'a' | 'b' | 'd' | 'h' | 's' | 'w' | 'x' | '1' | '2' | '3';

/** Single keys of a view, by `KeyboardEvent.key`; listed under "?". Silent where `isForShortcut` says no. */
export function useViewKeys(keys: ViewKeys): void {
  const named = Object.entries(keys) as [string, Act | Named][];
  useNamedKeys(
    named.map(([key, what]) => ({
      keys: [key],
      label: typeof what === 'function' ? usualLabel(key) : what.label(),
    })),
  );
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (!isForShortcut(event) || betweenKeys.get()) return;
    const what = keys[event.key as keyof ViewKeys];
    if (!what) return;
    event.preventDefault();
    if (typeof what === 'function') what();
    else what.run();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => handle(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

const row = () => document.querySelector<HTMLElement>('[role="grid"] [role="row"][tabindex="0"]');

/** j and k are the grid's own arrows: the first press brings the focus into it. */
export function moveInGrid(key: 'ArrowDown' | 'ArrowUp'): void {
  const current = row();
  if (!current) return;
  if (document.activeElement !== current) return current.focus();
  current.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

/** Takes the focus into the grid, to the row that holds its place. */
export const focusGrid = () => row()?.focus();

/** Index of the row that has the focus. */
export function focusedRow(): number | undefined {
  const index = document.activeElement?.closest<HTMLElement>('[role="row"][data-index]')?.dataset.index;
  return index === undefined ? undefined : Number(index);
}
