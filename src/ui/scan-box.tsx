import { Skeleton } from '@mantine/core';
import {
  type KeyboardEvent,
  lazy,
  type ReactNode,
  type Ref,
  Suspense,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import * as m from '#messages';
import { signal } from '#src/lib/feedback.ts';
import { useScans } from '#src/lib/scan-listener.ts';
import { cleanScan } from '#src/lib/scanner.ts';
import type { ScanOutcome } from './camera-scanner.tsx';
import { CameraIcon } from './desk-icons.tsx';
import { BarcodeIcon } from './scan-icons.tsx';
import classes from './scan-box.module.css';

export type { ScanOutcome } from './camera-scanner.tsx';
const CameraScanner = lazy(() => import('./camera-scanner.tsx'));

export type ScanBoxHandle = { focus: () => void };
export type ScanBoxProps = {
  label: string;
  placeholder: string;
  /** A scan from anywhere on the page or by camera, or what was typed here and ended with Enter. */
  onScan: (text: string) => ScanOutcome | Promise<ScanOutcome>;
  /** Arrow down: on to what the scans have brought. */
  onLeave?: () => void;
  /** Takes the focus when it appears; not where a phone's keyboard would cover what is worked on. */
  autoFocus?: boolean;
  /** Scans are heard; off while a dialog has the page. */
  listening?: boolean;
  handle?: Ref<ScanBoxHandle>;
  /** At the end of the box, such as a hint. */
  end?: ReactNode;
};

type OnScan = ScanBoxProps['onScan'];

/**
 * Scans are taken one after the other: what is asked of the server for one is answered, and on screen, before
 * the next is looked at. Else the same code scanned twice in a second is new both times, and what is said of
 * the first hides what is said of the second.
 */
function useInTurn(onScan: OnScan): OnScan {
  const latest = useRef(onScan);
  useLayoutEffect(() => {
    latest.current = onScan;
  });
  const before = useRef<Promise<unknown>>(undefined);
  return async (text) => {
    const rendered = () => new Promise((resolve) => setTimeout(resolve));
    const turn = before.current
      ? before.current.then(rendered, rendered).then(() => latest.current(text))
      : latest.current(text);
    // Done already: nothing to wait for.
    if (!(turn instanceof Promise)) return turn;
    before.current = turn;
    try {
      return await turn;
    } finally {
      if (before.current === turn) before.current = undefined;
    }
  };
}

/**
 * The scan box: it never closes, keeps the focus, and takes typed text and Enter as well. The camera opens
 * below it and stays too. Each scan is heard and felt, as kept or as an exception.
 */
export function ScanBox(props: ScanBoxProps) {
  const { label, placeholder, onScan, onLeave, autoFocus = true, listening = true, handle, end } = props;
  const input = useRef<HTMLInputElement>(null);
  const [camera, setCamera] = useState(false);
  const inTurn = useInTurn(onScan);
  const take = async (text: string) => {
    try {
      signal((await inTurn(text)) ?? 'success');
    } catch {
      // Whoever keeps the scan says what went wrong; here it only must not sound like a success.
      signal('exception');
    }
  };
  useScans((text) => void take(text), listening);
  useImperativeHandle(
    handle,
    () => ({
      focus() {
        // Under a thumb it would bring the keyboard up over half of the screen; scans are heard without.
        const typing = document.activeElement instanceof HTMLInputElement;
        if (typing || !matchMedia('(pointer: coarse)').matches) input.current?.focus({ preventScroll: true });
      },
    }),
    [],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' && onLeave) {
      event.preventDefault();
      onLeave();
    }
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const text = cleanScan(event.currentTarget.value);
    event.currentTarget.value = '';
    if (text) void take(text);
  };

  return (
    <div className={classes.root}>
      <div className={classes.box} data-keep-focus>
        <BarcodeIcon size={20} />
        {/* Uncontrolled: a scanner types thirty characters in a tenth of a second. */}
        <input
          ref={input}
          className={classes.input}
          aria-label={label}
          placeholder={placeholder}
          autoFocus={autoFocus}
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="done"
          maxLength={200}
          onKeyDown={onKeyDown}
        />
        {end}
        <button
          type="button"
          className={classes.camera}
          aria-pressed={camera}
          aria-label={m.ui_scan_by_camera()}
          title={m.ui_scan_by_camera()}
          onClick={() => setCamera(!camera)}
        >
          <CameraIcon size={20} />
        </button>
      </div>
      {camera && listening && (
        <Suspense fallback={<Skeleton height={220} />}>
          <CameraScanner label={label} onScan={inTurn} onClose={() => setCamera(false)} />
        </Suspense>
      )}
    </div>
  );
}
