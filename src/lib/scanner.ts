/**
 * Tells a barcode scanner that types like a keyboard from a person. A scanner sends its characters in one
 * burst and ends with Enter or Tab (or a line feed, which arrives as Ctrl+J). It is the pace of the whole burst
 * that tells: even 150 words a minute leave 80 ms between two keys.
 */
export type Keystroke = {
  /** `KeyboardEvent.key` */
  key: string;
  /** Milliseconds; when the key went down, not when the page got around to it. */
  time: number;
  /** Ctrl is held, and is no part of AltGr. */
  control?: boolean;
};

type Typed = { character: string; time: number };
export type ScannerState = { readonly typed: readonly Typed[]; readonly scannedAt: number };

export type Verdict =
  /** Nothing a scanner sends: let it through. */
  | { kind: 'none' }
  /** A modifier went down, which scanners press for capitals. It neither goes on with a burst nor ends it. */
  | { kind: 'modifier' }
  /** A character after a pause: typing, or the first of a burst. */
  | { kind: 'begin' }
  | { kind: 'more' }
  /** Belongs to a scan and must reach nobody: a control character inside, a second line end behind. */
  | { kind: 'swallow' }
  | { kind: 'scan'; text: string };

/** Gap after which a character begins anew. Scanners over Bluetooth or remote desktops stutter. */
export const BREAK = 160;
/** Median gap of a scanner's characters at most. */
const SCANNER_PACE = 35;
/** The line end may lag behind the last character, and a second one (CR LF) behind the first. */
const LINE_END = 250;
const LONGEST = 4096;
const LEAST_FOR_CONTROL = 3;

export const idleScanner: ScannerState = { typed: [], scannedAt: Number.NEGATIVE_INFINITY };

const modifiers = new Set(['Shift', 'CapsLock', 'AltGraph', 'Control', 'Alt', 'Meta', 'NumLock', 'Fn']);

/** The next state and what to make of the key. `least` is the number of characters a scan has at least. */
export function step(state: ScannerState, stroke: Keystroke, least: number): [ScannerState, Verdict] {
  const { key, time, control } = stroke;
  if (modifiers.has(key)) return [state, { kind: 'modifier' }];
  if (isLineEnd(stroke)) return endLine(state, time, least);
  const running = isRunning(state, time);
  if (control) {
    const character = controlCharacter(key);
    // Ctrl+A right after a letter is a person's, unless the letters came faster than any person's.
    if (!running || character === undefined || !isFast(state, LEAST_FOR_CONTROL))
      return [{ ...state, typed: [] }, { kind: 'none' }];
    return [withCharacter(state, character, time), { kind: 'swallow' }];
  }
  if ([...key].length !== 1) return [{ ...state, typed: [] }, { kind: 'none' }];
  if (running) return [withCharacter(state, key, time), { kind: 'more' }];
  // No code begins with a space, and on a button it is a click.
  if (key === ' ') return [{ ...state, typed: [] }, { kind: 'none' }];
  return [{ ...state, typed: [{ character: key, time }] }, { kind: 'begin' }];
}

function endLine(state: ScannerState, time: number, least: number): [ScannerState, Verdict] {
  const { typed, scannedAt } = state;
  const sinceLast = time - (typed.at(-1)?.time ?? Number.NEGATIVE_INFINITY);
  if (sinceLast <= LINE_END && isFast(state, least)) {
    const text = cleanScan(typed.map(({ character }) => character).join(''));
    if (text)
      return [
        { typed: [], scannedAt: time },
        { kind: 'scan', text },
      ];
  }
  const echo = typed.length === 0 && time - scannedAt <= LINE_END;
  return [{ typed: [], scannedAt }, { kind: echo ? 'swallow' : 'none' }];
}

const isFast = ({ typed }: ScannerState, least: number) =>
  typed.length >= least && medianGap(typed) <= SCANNER_PACE;

const isRunning = ({ typed }: ScannerState, time: number) =>
  typed.length > 0 && typed.length < LONGEST && time - typed.at(-1)!.time <= BREAK;

const withCharacter = (state: ScannerState, character: string, time: number): ScannerState => ({
  ...state,
  typed: [...state.typed, { character, time }],
});

const isLineEnd = ({ key, control }: Keystroke) =>
  control ? /^[jm]$/i.test(key) : key === 'Enter' || key === 'Tab';

/** Ctrl with a letter, or with ] for the separator inside GS1 codes. */
function controlCharacter(key: string): string | undefined {
  if (/^[a-z[\]\\^_]$/i.test(key)) return String.fromCharCode(key.toUpperCase().charCodeAt(0) - 64);
  return undefined;
}

function medianGap(typed: readonly Typed[]): number {
  const gaps = typed.slice(1).map(({ time }, at) => time - typed[at]!.time);
  gaps.sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? Number.POSITIVE_INFINITY;
}

/**
 * What a scan says, without what the scanner was set to put around it: the symbology in front
 * (ISO/IEC 15424, as ]C1), control characters (STX, ETX, GS), blanks at both ends.
 */
export function cleanScan(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, '')
    .trim()
    .replace(/^\][A-Za-z][0-9A-Za-z]/, '')
    .trim();
}
