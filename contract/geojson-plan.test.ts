import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { levelsOf, readGeoJson } from './geojson-plan.ts';
import { matchSpaces } from './plan-match.ts';

const data = new URL('../../shared/data/', import.meta.url);
const plansOf = (file: string) => {
  const read = readGeoJson(readFileSync(new URL(file, data), 'utf8'));
  if (read.problem !== undefined) throw new Error(read.problem);
  return read.plans;
};
const boxOf = (svg: string) => /viewBox="([^"]+)"/.exec(svg)![1]!.split(' ').map(Number);

describe('a university building from OpenStreetMap', () => {
  const plans = plansOf('floorplan-tud-apb-osm/apb.geojson');
  const rooms = readFileSync(new URL('floorplan-tud-apb-osm/rooms.csv', data), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

  test('has its levels in order, each as long as the house', () => {
    expect(plans.map(({ level }) => level)).toEqual(expect.arrayContaining(['0', '1', '2', '3']));
    expect(plans.map(({ level }) => Number(level))).toEqual(
      plans.map(({ level }) => Number(level)).sort((a, b) => a - b),
    );
    for (const level of ['0', '1', '2', '3']) {
      const [, , width, height] = boxOf(plans.find((plan) => plan.level === level)!.svg);
      expect(width).toBeGreaterThan(60);
      expect(width).toBeLessThan(160);
      expect(height).toBeGreaterThan(40);
    }
  });

  test.each(['0', '1', '2', '3'])('its numbered rooms on level %s are found by number', (level) => {
    const refs = [
      ...new Set(
        rooms.filter((row) => row[1] === level && row[2] && row[4] === 'room').map((row) => row[2]!),
      ),
    ];
    const spaces = refs.map((name, id) => ({ id, name }));
    const { elementIds } = plans.find((plan) => plan.level === level)!;
    expect(refs.length).toBeGreaterThan(50);
    expect(matchSpaces(spaces, elementIds)).toHaveLength(refs.length);
  });
});

test('an office of one level has walls, and rooms by name', () => {
  const plans = plansOf('floorplan-westport-house/westport-house-floor-2.geojson');
  expect(plans).toHaveLength(1);
  expect(plans[0]!.level).toBe('');
  expect(plans[0]!.elementIds).toEqual(expect.arrayContaining(['Meeting_Room_Large', 'Unit_4', 'Balcony']));
  expect(plans[0]!.elementIds).toHaveLength(13);
  expect(plans[0]!.svg.match(/<path/g)!.length).toBeGreaterThan(100);
});

const square = (west: number, south: number, size: number) => [
  [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ],
];
const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
const room = (coordinates: unknown, properties: object = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates },
});

test('metres are metres, at any latitude, and names cannot break out', () => {
  const name = `"><script>`;
  const read = readGeoJson(collection(room(square(10, 60, 0.001), { name })));
  if (read.problem !== undefined) throw new Error(read.problem);
  const [, , width, height] = boxOf(read.plans[0]!.svg);
  expect(height).toBeCloseTo(111.2 + 2, 1);
  expect(width).toBeCloseTo(55.6 + 2, 1);
  expect(read.plans[0]!.svg).not.toContain('<script');
});

test.each([
  ['{', 'no-json'],
  ['[]', 'no-geojson'],
  ['{"type":"FeatureCollection"}', 'no-geojson'],
  [collection(), 'no-polygons'],
  [collection({ geometry: { type: 'Point', coordinates: [1, 2] } }), 'no-polygons'],
  [collection(room(square(500_000, 5_700_000, 10))), 'no-degrees'],
  [collection(room([[['1', 2]]])), 'no-polygons'],
])('%s: %s', (text, problem) => {
  expect(readGeoJson(text)).toEqual({ problem });
});

test.each([
  ['2', ['2']],
  [3, ['3']],
  ['0;1', ['0', '1']],
  ['-1-1', ['-1', '0', '1']],
  ['0.5', ['0']],
  ['EG', ['EG']],
  [null, []],
  ['0-100000000', []],
])('level %j is on %j', (value, levels) => {
  expect(levelsOf(value)).toEqual(levels);
});
