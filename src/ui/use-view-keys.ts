import { useEffect, useEffectEvent } from 'react';

const TYPING = 'input:not([type="checkbox"]), textarea, select, [contenteditable]';

/** Single keys of a view, by `KeyboardEvent.key`. Silent while somebody types, a dialog is open, or Ctrl, Alt or Cmd is held. */
export function useViewKeys(keys: Record<string, () => void>): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    const target = event.target as HTMLElement;
    if (target.closest?.(TYPING) || document.querySelector('[role="dialog"]')) return;
    const action = keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
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
