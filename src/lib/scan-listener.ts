import { useEffect, useEffectEvent } from 'react';
import { flushSync } from 'react-dom';
import { isBoolean, readStored, writeStored } from './storage.ts';
import { idleScanner, type ScannerState, step } from './scanner.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Kept = { field: Field; value: string; start: number | null; end: number | null };

// In a field a person may drum six letters and Enter faster than elsewhere; a code is rarely shorter.
const LEAST_IN_FIELD = 6;
const LEAST_ELSEWHERE = 4;

/** How long a single-key shortcut waits for a second character. */
const HOLD = 80;

/** Whether a scanner has ever been heard on this device. */
const KNOWN = 'scanner-known';
const scannerKnown = () => readStored(KNOWN, isBoolean, false);

/** `rest`: hears only what nobody else does, and leaves fields and dialogs alone. */
type Handler = { hear: (text: string) => void; rest: boolean };

// The one for the rest comes first, whenever it began.
let handlers: readonly Handler[] = [];
const replayed = new WeakSet<Event>();
let state: ScannerState = idleScanner;
/** What the fields held before each character of the burst; nothing where no field had the focus. */
let kept: (Kept | undefined)[] = [];
let held: KeyboardEvent[] = [];
let release: ReturnType<typeof setTimeout> | undefined;

/**
 * Hears scans wherever the focus is; of several listeners the latest has them to itself. A scan leaves no
 * trace where it was typed: a field gets back what it held before, and single-key shortcuts wait for
 * `HOLD` ms until it is certain that a person pressed them.
 * @param rest only what no other listener takes: into a field or a dialog a scan is typed then, as by a keyboard. No key
 * is held back for it where no scanner has been heard yet: whoever types fast and has none must not notice.
 */
export function listenForScans(hear: (text: string) => void, rest = false): () => void {
  if (handlers.length === 0) window.addEventListener('keydown', onKeyDown, true);
  const handler = { hear, rest };
  handlers = rest ? [handler, ...handlers] : [...handlers, handler];
  return () => {
    handlers = handlers.filter((one) => one !== handler);
    if (handlers.length > 0) return;
    window.removeEventListener('keydown', onKeyDown, true);
    letGo();
    state = idleScanner;
  };
}

/** `listenForScans` for as long as the component is there and `enabled`. */
export function useScans(onScan: (text: string) => void, enabled = true, rest = false): void {
  const handle = useEffectEvent(onScan);
  useEffect(() => (enabled ? listenForScans((text) => handle(text), rest) : undefined), [enabled, rest]);
}

function onKeyDown(event: KeyboardEvent): void {
  if (replayed.has(event)) return;
  const field = fieldOf(event);
  // An input method composes, a held key repeats, a password is nobody's business.
  const foreign =
    event.isComposing ||
    event.keyCode === 229 ||
    event.repeat ||
    field === 'private' ||
    (handlers.at(-1)?.rest && (field !== undefined || document.querySelector('[role="dialog"]') !== null));
  if (foreign || event.altKey || event.metaKey) {
    letGo();
    state = { ...state, typed: [] };
    return;
  }
  const stroke = {
    key: event.key,
    time: event.timeStamp,
    control: event.ctrlKey && !event.getModifierState('AltGraph'),
  };
  const gentle = handlers.at(-1)?.rest === true && !scannerKnown();
  const [next, verdict] = step(state, stroke, field || gentle ? LEAST_IN_FIELD : LEAST_ELSEWHERE);
  state = next;
  if (verdict.kind === 'modifier') return;
  if (gentle && (verdict.kind === 'begin' || verdict.kind === 'more')) return;
  if (verdict.kind === 'begin') {
    letGo();
    kept = [];
  }
  if (verdict.kind === 'begin' || verdict.kind === 'more') {
    kept.push(field && keep(field));
    if (!field) hold(event);
    return;
  }
  if (verdict.kind === 'none') return letGo();
  if (verdict.kind === 'swallow') kept.push(undefined);
  event.preventDefault();
  event.stopImmediatePropagation();
  if (verdict.kind !== 'scan') return;
  clearTimeout(release);
  held = [];
  writeStored(KNOWN, true);
  restoreFrom(kept.slice(verdict.from));
  kept = [];
  handlers.at(-1)?.hear(verdict.text);
}

function fieldOf({ target }: Event): Field | 'private' | undefined {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return target;
  if (target instanceof HTMLInputElement) {
    if (target.type === 'password') return 'private';
    return /^(button|submit|reset|checkbox|radio|file|image|range|color)$/.test(target.type)
      ? undefined
      : target;
  }
  return target instanceof HTMLElement && target.isContentEditable ? 'private' : undefined;
}

function hold(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
  held.push(event);
  clearTimeout(release);
  release = setTimeout(letGo, HOLD);
}

/**
 * It was a person after all: what was held back goes where the focus is, one key after the other, and is drawn before
 * the next key is heard.
 */
function letGo(): void {
  clearTimeout(release);
  const events = held;
  held = [];
  for (const event of events) flushSync(() => replay(event));
}

function replay(event: KeyboardEvent): void {
  const again = new KeyboardEvent('keydown', {
    key: event.key,
    code: event.code,
    location: event.location,
    shiftKey: event.shiftKey,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  replayed.add(again);
  (document.activeElement ?? document.body).dispatchEvent(again);
}

function keep(field: Field): Kept {
  const range = 'selectionStart' in field ? [field.selectionStart, field.selectionEnd] : [null, null];
  return { field, value: field.value, start: range[0] ?? null, end: range[1] ?? null };
}

/** Each field as it was before the first of these characters it got. */
function restoreFrom(before: readonly (Kept | undefined)[]): void {
  const first = new Map<Field, Kept>();
  for (const one of before) if (one && !first.has(one.field)) first.set(one.field, one);
  for (const one of first.values()) restore(one);
}

function restore({ field, value, start, end }: Kept): void {
  if (field.value === value) return;
  // Through the prototype: React replaces `value` on the element and would not notice the change.
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  if (start !== null && 'setSelectionRange' in field) field.setSelectionRange(start, end);
}
