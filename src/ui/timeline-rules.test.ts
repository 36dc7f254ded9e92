import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CheckIcon } from './icons.tsx';
import { drawnFrom, movedTo, resizedTo, slotAt } from './timeline-draft.ts';
import { clashOf, freeOf, lanesOf, occupied, overlap, stopsOf } from './timeline-lanes.ts';
import { barsByRow, layOut, rowAt } from './timeline-layout.ts';
import { axisOf, positionOf } from './timeline-scale.ts';
import type { TimelineBar } from './timeline-types.ts';

const MINUTE = 60_000;
const DAY = '2026-03-03';
const scale = axisOf([DAY], 'UTC').days.get(DAY)!;
const state = { word: 'Confirmed', tone: 'info', icon: CheckIcon } as const;
const bar = (id: string, start: number, length: number, more: Partial<TimelineBar> = {}): TimelineBar => ({
  id,
  rowId: 'r',
  title: id,
  state,
  start: scale.start + start * MINUTE,
  end: scale.start + (start + length) * MINUTE,
  ...more,
});
const anyBars = fc
  .array(
    fc.record({
      start: fc.integer({ min: -60, max: 1500 }),
      length: fc.integer({ min: 0, max: 300 }),
      before: fc.constantFrom(0, 15),
      after: fc.constantFrom(0, 15, 30),
      blocks: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((all) => all.map(({ start, length, ...more }, at) => bar(`b${at}`, start, length, more)));

test('bars in one lane never overlap, and there are as few lanes as can be', () => {
  fc.assert(
    fc.property(anyBars, (bars) => {
      const { lanes, count } = lanesOf(bars);
      expect(lanes).toHaveLength(bars.length);
      for (const [at, one] of lanes.entries())
        for (const other of lanes.slice(at + 1))
          if (one.lane === other.lane) expect(overlap(occupied(one.bar), occupied(other.bar))).toBe(false);
      const spans = bars.map(occupied);
      const most = Math.max(
        1,
        ...spans.map(({ start }) => spans.filter((s) => s.start <= start && start < s.end).length),
      );
      expect(count).toBe(most);
    }),
  );
});

test('what is free clashes with nothing, and what is not free does', () => {
  fc.assert(
    fc.property(anyBars, (bars) => {
      const free = freeOf(scale, bars);
      for (const span of free) expect(clashOf(span, bars)).toBeUndefined();
      let since = scale.start;
      for (const { start, end } of [...free, { start: scale.end, end: scale.end }]) {
        if (start > since) expect(clashOf({ start: since, end: start }, bars)).toBeDefined();
        since = end;
      }
    }),
  );
});

test('a bar clashes with its buffers, not with itself, and not with what blocks nothing', () => {
  const bars = [bar('a', 600, 60, { after: 15 }), bar('b', 780, 30, { blocks: false }), bar('c', 840, 60)];
  const at = (start: number, length: number) => ({
    start: scale.start + start * MINUTE,
    end: scale.start + (start + length) * MINUTE,
  });
  expect(clashOf(at(660, 15), bars)?.id).toBe('a');
  expect(clashOf(at(675, 60), bars)).toBeUndefined();
  expect(clashOf(at(780, 60), bars)).toBeUndefined();
  expect(clashOf(at(765, 60), bars, bars[0])).toBeUndefined();
  expect(clashOf(at(770, 60), bars, bars[0])?.id).toBe('c');
});

test('the stops of a row are its bars and, without holes, what is free between them', () => {
  fc.assert(
    fc.property(anyBars, fc.constantFrom(15, 30, 60), (bars, slot) => {
      const stops = stopsOf(scale, bars, slot);
      const free = stops.filter((stop) => !stop.bar);
      const length = (spans: readonly { start: number; end: number }[]) =>
        spans.reduce((sum, s) => sum + s.end - s.start, 0);
      expect(length(free)).toBe(length(freeOf(scale, bars)));
      for (const { start, end } of free) expect(end - start).toBeLessThanOrEqual(slot * MINUTE);
      expect(stops.filter((stop) => stop.bar)).toHaveLength(bars.filter((one) => overlap(one, scale)).length);
    }),
  );
});

test('moving keeps the length, the steps of the clock, and the day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1380 }), fc.integer({ min: -2000, max: 2000 }), (start, by) => {
      const one = bar('a', start, 60);
      const moved = movedTo(one, scale, scale, by, 15);
      expect(moved.end - moved.start).toBe(60 * MINUTE);
      expect(positionOf(scale, moved.start) % 15).toBe(0);
      expect(moved.start).toBeGreaterThanOrEqual(scale.start);
      expect(moved.end).toBeLessThanOrEqual(scale.end);
    }),
  );
});

test('moving onto another day keeps the time on the clock', () => {
  const axis = axisOf(['2026-03-28', '2026-03-29'], 'Europe/Berlin');
  const [from, to] = [axis.days.get('2026-03-28')!, axis.days.get('2026-03-29')!];
  const start = Date.parse('2026-03-28T09:00:00Z');
  expect(movedTo({ start, end: start + 90 * MINUTE }, from, to, 0, 15)).toEqual({
    start: Date.parse('2026-03-29T08:00:00Z'),
    end: Date.parse('2026-03-29T09:30:00Z'),
  });
});

test('resizing leaves a step at least, and the other edge where it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100, max: 1600 }), (at) => {
      const one = bar('a', 600, 60);
      const [later, sooner] = [resizedTo(one, 'end', scale, at, 15), resizedTo(one, 'start', scale, at, 15)];
      expect(later.start).toBe(one.start);
      expect(sooner.end).toBe(one.end);
      for (const { start, end } of [later, sooner]) expect(end - start).toBeGreaterThanOrEqual(15 * MINUTE);
    }),
  );
});

test('what is drawn covers the pointer’s way in whole steps, inside the day', () => {
  const minutes = ({ start, end }: { start: number; end: number }) =>
    [start, end].map((ms) => (ms - scale.start) / MINUTE);
  expect(minutes(drawnFrom(scale, 602, 641, 15))).toEqual([600, 645]);
  expect(minutes(drawnFrom(scale, 641, 602, 15))).toEqual([600, 645]);
  expect(minutes(drawnFrom(scale, 600, 600, 15))).toEqual([600, 615]);
  expect(minutes(drawnFrom(scale, 1430, 2000, 15))).toEqual([1425, 1440]);
  expect(minutes(slotAt(scale, 1600, 30))).toEqual([1410, 1440]);
});

test('a row whose bars stay the same objects keeps its array, and rows are found by their height', () => {
  const [a, b] = [bar('a', 600, 60), bar('b', 600, 60, { rowId: 's' })];
  const before = barsByRow([a, b], new Map());
  const after = barsByRow([a, { ...b, title: 'other' }], before);
  expect(after.get('r')).toBe(before.get('r'));
  expect(after.get('s')).not.toBe(before.get('s'));
  const rows = [
    { id: 'r', label: 'R', group: 'G' },
    { id: 's', label: 'S', group: 'G' },
  ];
  const items = layOut(rows, barsByRow([a, bar('c', 630, 60), b]), {
    above: 0,
    row: 40,
    lane: 30,
    pad: 4,
    group: 28,
  });
  expect(items.map(({ top, height }) => [top, height])).toEqual([
    [0, 28],
    [28, 68],
    [96, 40],
  ]);
  expect([-5, 0, 27, 28, 95, 96, 900].map((y) => rowAt(items, y)?.key)).toEqual([
    'r',
    'r',
    'r',
    'r',
    'r',
    's',
    's',
  ]);
  expect(rowAt([], 10)).toBeUndefined();
});
