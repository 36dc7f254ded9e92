import { describe, expect, test } from 'vitest';
import { readGeoJson } from '#contract/geojson-plan.ts';
import type { Outline } from '#src/lib/outline.ts';
import { outlineFinder } from './floor-plans.ts';

// Outlines as they are read from the drawings of real buildings. The server answers ids as data-id.

/** Texts by the names of their files. */
const byName = (found: Record<string, string>) =>
  new Map(Object.entries(found).map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1), text]));
const campus = byName(
  import.meta.glob<string>('../../../shared/data/campus-noi/{rooms.csv,plans/??-*.svg}', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
);
const houses = byName(
  import.meta.glob<string>(
    [
      '../../../shared/data/floorplan-westport-house/*-floor-{gf,?}.geojson',
      '../../../shared/data/floorplan-tud-apb-osm/apb.geojson',
    ],
    { query: '?raw', import: 'default', eager: true },
  ),
);

const asAnswered = (svg: string) =>
  svg.replace(/^[^]*?(?=<svg)/, '').replaceAll(/\sid="([^"]*)"/g, ' data-id="$1"');
const boxOf = (svg: string) =>
  /viewBox="([^"]+)"/.exec(svg)![1]!.split(' ').map(Number) as [number, number, number, number];

/** Something to be seen, and on the sheet but for what sticks out a little. */
function expectOnSheet(outline: Outline | undefined, [x, y, width, height]: ReturnType<typeof boxOf>) {
  const bounds = outline!.bounds;
  const slack = Math.max(width, height) / 10;
  expect(Math.min(bounds.width, bounds.height)).toBeGreaterThan(0);
  expect(bounds.x).toBeGreaterThan(x - slack);
  expect(bounds.y).toBeGreaterThan(y - slack);
  expect(bounds.x + bounds.width).toBeLessThan(x + width + slack);
  expect(bounds.y + bounds.height).toBeLessThan(y + height + slack);
}

test('the rooms of a campus lie where a list of them says, on 22 plans', () => {
  const lines = campus.get('rooms.csv')!.trim().split('\n').slice(1);
  const plans = [...campus].filter(([file]) => file !== 'rooms.csv');
  expect(plans).toHaveLength(22);
  let [exact, all] = [0, 0];
  for (const [file, svg] of plans) {
    const { outlineOf } = outlineFinder(asAnswered(svg));
    for (const line of lines.filter((one) => one.split(',')[4] === file)) {
      const [id, , , , , sort, x, y, width, height] = line.split(',');
      const outline = outlineOf({ elementId: id! });
      expectOnSheet(outline, boxOf(svg));
      const { bounds } = outline!;
      // Turned shapes are listed as they were before, curves without their bulge.
      if (!/,$/.test(line) || sort === 'path') continue;
      all += 1;
      const listed = [x, y, width, height].map(Number);
      const seen = [bounds.x, bounds.y, bounds.width, bounds.height];
      if (seen.every((number, at) => Math.abs(number - listed[at]!) < 0.2)) exact += 1;
    }
  }
  expect(all).toBeGreaterThan(500);
  // The list has the first shape of a group, the plan its largest; hardly ever are these two.
  expect(exact / all).toBeGreaterThan(0.97);
});

describe('rooms of GeoJSON files', () => {
  test('of two buildings', () => expect(houses.size).toBe(8));
  test.each([...houses])('%s lie on the sheet', (_, text) => {
    const read = readGeoJson(text);
    if (read.problem !== undefined) throw new Error(read.problem);
    for (const { svg, elementIds } of read.plans) {
      const { outlineOf, elementIds: found } = outlineFinder(asAnswered(svg));
      const [, , width, height] = boxOf(svg);
      expect(Math.min(width, height)).toBeGreaterThan(10);
      expect(found.sort()).toEqual([...elementIds].sort());
      for (const elementId of elementIds) expectOnSheet(outlineOf({ elementId }), boxOf(svg));
    }
  });
});
