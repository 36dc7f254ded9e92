import { useEffect, useRef } from 'react';
import * as m from '#messages';
import { createStore } from '#src/lib/store.ts';
import { isBoolean, readStored, writeStored } from '#src/lib/storage.ts';

/** What keys do, for whoever asks: pressed together, or one after the other. */
export type Shortcut = { keys: string[]; label: string };

/** Whether single keys do anything (WCAG 2.1.4: whoever speaks to the machine may switch them off); kept on this device. */
export const singleKeys = createStore(readStored('single-keys', isBoolean, true));
export function switchSingleKeys(on: boolean): void {
  writeStored('single-keys', on);
  singleKeys.set(on);
}

/** Whether the list of shortcuts is open. */
export const shortcutsOpen = createStore(false);
/** The first key of two has been pressed: the next belongs to it. */
export const betweenKeys = createStore(false);

const TYPING = 'input:not([type="checkbox"]), textarea, select, [contenteditable]';
/** Whether a key was meant for a shortcut: nobody types, no dialog is open, nothing else is held, nobody took it before. */
export function isForShortcut(event: KeyboardEvent): boolean {
  if (!singleKeys.get() || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented)
    return false;
  const target = event.target as HTMLElement;
  return !target.closest?.(TYPING) && !document.querySelector('[role="dialog"]');
}

/** Keys that mean the same in every view. */
const usual = {
  '/': () => m.mail_key_search(),
  j: () => m.mail_key_move(),
  k: () => m.mail_key_move(),
  n: () => m.keys_new(),
  e: () => m.keys_edit(),
  t: () => m.keys_today(),
  '[': () => m.keys_days(),
  ']': () => m.keys_days(),
} as const;
export type UsualKey = keyof typeof usual;
export const usualLabel = (key: string): string => usual[key as UsualKey]();

const inView = new Set<() => readonly Shortcut[]>();
/** What the view on screen has named; what means the same in one line, also with what `before` says. */
export function shortcutsInView(before: readonly Shortcut[]): Shortcut[] {
  const named: Shortcut[] = [];
  for (const { keys, label } of [...before, ...[...inView].flatMap((read) => read())]) {
    const same = named.find((one) => one.label === label);
    if (same) same.keys.push(...keys.filter((key) => !same.keys.includes(key)));
    else named.push({ keys: [...keys], label });
  }
  return named;
}

/** Names what keys do in the view, for the list of shortcuts; whoever hears them does so elsewhere. */
export function useNamedKeys(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  useEffect(() => void (latest.current = shortcuts));
  useEffect(() => {
    const read = () => latest.current;
    inView.add(read);
    return () => void inView.delete(read);
  }, []);
}
