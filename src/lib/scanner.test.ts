import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanScan, idleScanner, type Keystroke, step, type Verdict } from './scanner.ts';

/** Runs keys with the gap in ms before each; answers the verdicts. */
function run(strokes: Keystroke[], least = 4): Verdict[] {
  let state = idleScanner;
  return strokes.map((stroke) => {
    const [next, verdict] = step(state, stroke, least);
    state = next;
    return verdict;
  });
}
function timed(keys: readonly string[], gaps: readonly number[]): Keystroke[] {
  let time = 1000;
  return keys.map((key, at) => {
    time += gaps[at] ?? gaps.at(-1) ?? 0;
    return { key, time };
  });
}
const scansIn = (verdicts: Verdict[]) => verdicts.flatMap((v) => (v.kind === 'scan' ? [v.text] : []));

// Recorded: a USB scanner at full speed, capitals by Shift, and its Enter.
const usb = {
  text: '1Z999AA10123456784',
  gaps: [300, 3, 5, 4, 3, 8, 4, 2, 4, 4, 3, 16, 4, 4, 3, 4, 5, 3, 6],
};
// Recorded: a Bluetooth ring scanner, in packets, with stalls between them.
const ring = { text: 'JD014600003SE', gaps: [500, 9, 11, 10, 62, 9, 10, 12, 70, 9, 10, 11, 9, 48] };
// Recorded: somebody quick typing "anna kowalska" and Enter.
const person = {
  text: 'anna kowalska',
  gaps: [400, 95, 71, 130, 88, 112, 64, 99, 143, 77, 81, 120, 69, 160],
};

test('a scanner at full speed is a scan, Shift in between or not', () => {
  const keys = [...usb.text, 'Enter'];
  expect(scansIn(run(timed(keys, usb.gaps)))).toEqual([usb.text]);
  const shifted = timed(keys, usb.gaps).flatMap((stroke) =>
    /[A-Z]/.test(stroke.key) ? [{ key: 'Shift', time: stroke.time - 1 }, stroke] : [stroke],
  );
  expect(scansIn(run(shifted))).toEqual([usb.text]);
});
test('a stuttering wireless scanner is a scan, with Tab at the end as well', () => {
  expect(scansIn(run(timed([...ring.text, 'Tab'], ring.gaps)))).toEqual([ring.text]);
});
test('a person is none', () => {
  expect(scansIn(run(timed([...person.text, 'Enter'], person.gaps)))).toEqual([]);
});
test('what was typed before the burst is no part of it', () => {
  const verdicts = run(timed(['a', 'n', ...usb.text, 'Enter'], [0, 120, ...usb.gaps]));
  expect(scansIn(verdicts)).toEqual([usb.text]);
  expect(verdicts[2]).toEqual({ kind: 'begin' });
});
test('a line feed as Ctrl+J ends the scan, and a second line end behind it goes nowhere', () => {
  const burst = timed([...usb.text], usb.gaps);
  const end = burst.at(-1)!.time;
  const verdicts = run([
    ...burst,
    { key: 'Control', time: end + 3 },
    { key: 'j', time: end + 4, control: true },
    { key: 'Enter', time: end + 9 },
    { key: 'Enter', time: end + 900 },
  ]);
  expect(verdicts.slice(-4).map(({ kind }) => kind)).toEqual(['modifier', 'scan', 'swallow', 'none']);
});
test('separators inside GS1 codes arrive as Ctrl+] and are dropped', () => {
  const burst = timed([...']C10112345678901231'], [9]);
  const at = burst.at(-1)!.time;
  const more = [
    { key: ']', time: at + 5, control: true },
    { key: '2', time: at + 10 },
    { key: '1', time: at + 15 },
    { key: 'Enter', time: at + 20 },
  ];
  expect(scansIn(run([...burst, ...more]))).toEqual(['011234567890123121']);
});
test('any other key breaks the burst', () => {
  expect(scansIn(run(timed(['1', 'Z', 'Backspace', 'X', 'Enter'], [5])))).toEqual([]);
});
test('what scanners put around the data is stripped', () => {
  expect(cleanScan('\u0002]C11Z999\u001D12\u0003 ')).toBe('1Z99912');
  expect(cleanScan(' [1Z] ')).toBe('[1Z]');
});

const code = fc.stringMatching(/^[!-~]{6,40}$/).filter((text) => cleanScan(text) === text);
test('property: a burst is always the scan of exactly its characters, whatever was typed before', () => {
  fc.assert(
    fc.property(
      code,
      fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 41, maxLength: 41 }),
      fc.string({ maxLength: 8 }).map((text) => [...text].filter((c) => c.trim())),
      (text, gaps, before) => {
        const strokes = timed(before, [100]);
        const start = (strokes.at(-1)?.time ?? 0) + 200;
        const burst = timed([...text, 'Enter'], gaps).map((s) => ({ ...s, time: s.time + start }));
        expect(scansIn(run([...strokes, ...burst], 6))).toEqual([text]);
      },
    ),
  );
});
test('property: at a human pace nothing is ever taken away', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.oneof(
            fc.constantFrom('Enter', 'Tab', 'Shift', 'ArrowDown', 'Backspace', ' '),
            fc.string({ minLength: 1, maxLength: 1 }),
          ),
          fc.integer({ min: 60, max: 900 }),
        ),
        { maxLength: 60 },
      ),
      (keys) => {
        const kinds = run(
          timed(
            keys.map(([key]) => key),
            keys.map(([, gap]) => gap),
          ),
        ).map(({ kind }) => kind);
        expect(kinds).not.toContain('scan');
        expect(kinds).not.toContain('swallow');
      },
    ),
  );
});
