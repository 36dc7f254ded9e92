import { type KeyboardEvent, type ReactNode, type Ref, useImperativeHandle, useRef } from 'react';
import { useScans } from '#src/lib/scan-listener.ts';
import { cleanScan } from '#src/lib/scanner.ts';
import { BarcodeIcon } from './scan-icons.tsx';
import classes from './scan-box.module.css';

/** `'exception'` where the scan wants a look. */
export type ScanOutcome = void | 'exception';
export type ScanBoxHandle = { focus: () => void };
export type ScanBoxProps = {
  label: string;
  placeholder: string;
  /** A scan from anywhere on the page, or what was typed here and ended with Enter. */
  onScan: (text: string) => ScanOutcome | Promise<ScanOutcome>;
  /** Arrow down: on to what the scans have brought. */
  onLeave?: () => void;
  /** Scans are heard; off while a dialog has the page. */
  listening?: boolean;
  handle?: Ref<ScanBoxHandle>;
  /** At the end of the box, such as a hint. */
  end?: ReactNode;
};

/** The scan box: it never closes, keeps the focus, and takes typed text and Enter as well. */
export function ScanBox(props: ScanBoxProps) {
  const { label, placeholder, onScan, onLeave, listening = true, handle, end } = props;
  const input = useRef<HTMLInputElement>(null);
  useScans((text) => void onScan(text), listening);
  useImperativeHandle(handle, () => ({ focus: () => input.current?.focus({ preventScroll: true }) }), []);

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
    if (text) void onScan(text);
  };

  return (
    <div className={classes.box} data-keep-focus>
      <BarcodeIcon size={20} />
      {/* Uncontrolled: a scanner types thirty characters in a tenth of a second. */}
      <input
        ref={input}
        className={classes.input}
        aria-label={label}
        placeholder={placeholder}
        autoFocus
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="done"
        maxLength={200}
        onKeyDown={onKeyDown}
      />
      {end}
    </div>
  );
}
