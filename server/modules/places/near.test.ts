import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxAround, EARTH_KM, RADIUS_KM } from './near.ts';

const radians = (degrees: number) => (degrees * Math.PI) / 180;

const latitude = fc.double({ min: -90, max: 90, noNaN: true });
const longitude = fc.double({ min: -180, max: 180, noNaN: true });

test('the box holds every point of the circle, around poles and across 180° too', () => {
  fc.assert(
    fc.property(
      latitude,
      longitude,
      fc.double({ min: 0, max: 360, noNaN: true }),
      fc.double({ min: 0, max: 0.999999, noNaN: true }),
      (lat, lon, bearing, share) => {
        // Where one gets by going from the point along the bearing.
        const angle = (share * RADIUS_KM) / EARTH_KM;
        const sine =
          Math.sin(radians(lat)) * Math.cos(angle) +
          Math.cos(radians(lat)) * Math.sin(angle) * Math.cos(radians(bearing));
        const there = (Math.asin(Math.min(1, Math.max(-1, sine))) * 180) / Math.PI;
        const turn = Math.atan2(
          Math.sin(radians(bearing)) * Math.sin(angle) * Math.cos(radians(lat)),
          Math.cos(angle) - Math.sin(radians(lat)) * sine,
        );
        const across = ((((lon + (turn * 180) / Math.PI + 180) % 360) + 360) % 360) - 180;
        // Off by less than the width of a building: rounding at the end of the walk.
        const [slack, box] = [1e-6, boxAround(lat, lon)];
        expect(there).toBeGreaterThanOrEqual(box.latitude[0] - slack);
        expect(there).toBeLessThanOrEqual(box.latitude[1] + slack);
        if (Math.abs(there) > 89.999) return; // every longitude is the same place there
        const inside = box.longitudes.some(
          ([west, east]) =>
            (across >= west - slack && across <= east + slack) || 180 - Math.abs(across) <= slack,
        );
        expect(inside).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});

test('the box is no larger than it must be', () => {
  const { latitude: range, longitudes } = boxAround(29.75613, -95.39425);
  expect(range[1] - range[0]).toBeCloseTo(1.4473, 3);
  expect(longitudes[0]![1] - longitudes[0]![0]).toBeCloseTo(1.667, 2);
  expect(longitudes).toHaveLength(1);
  expect(boxAround(0, 179.9).longitudes).toHaveLength(2);
});
