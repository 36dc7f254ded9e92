import { expect, test } from 'vitest';
import { sanitiseSvg } from '#server/modules/places/sanitise-svg.ts';
import { drawFloor } from './floor-drawing.ts';
import { makePlaces } from './places.ts';
import { seeded } from './random.ts';

const { floors, spaces } = makePlaces(seeded(7, 'places'));
const drawn = floors.map((_, floor) => drawFloor(spaces.filter((space) => space.floor === floor)));

test('every drawing is what the sanitiser would make of it', () => {
  expect(drawn).toHaveLength(12);
  for (const { svg, width, height } of drawn) {
    const asUploaded = svg.replaceAll(/ id="plan-[^"]*" data-id="([^"]*)"/g, ' id="$1"');
    expect(asUploaded).not.toBe(svg);
    expect(sanitiseSvg(asUploaded)).toEqual({ svg, viewBox: [0, 0, width, height] });
  }
});

test('every space stands inside of its floor, and none on another', () => {
  for (const { width, height, shapes } of drawn) {
    const boxes = shapes.map(([from, , to]) => ({
      left: from![0],
      top: from![1],
      right: to![0],
      bottom: to![1],
    }));
    for (const [index, one] of boxes.entries()) {
      expect(one.left).toBeGreaterThanOrEqual(0);
      expect(one.right).toBeLessThanOrEqual(width);
      expect(one.bottom).toBeLessThanOrEqual(height);
      expect(one.right - one.left).toBeGreaterThan(5);
      for (const other of boxes.slice(index + 1)) {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        expect(Math.min(across, down)).toBeLessThanOrEqual(0.2);
      }
    }
  }
});
