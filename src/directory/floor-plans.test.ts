import { describe, expect, test } from 'vitest';
import { readGeoJson } from '#contract/geojson-plan.ts';
import type { Outline } from '#src/lib/outline.ts';
import { outlineFinder } from './floor-plans.ts';

// Outlines as they are read from the drawings of real buildings. The server answers ids as data-id.

/** The dashboard's code knows no files, so its types have none of Node's; vite hands out nothing from outside. */
type Files = { readFileSync(path: string, encoding: 'utf8'): string; readdirSync(path: string): string[] };
const files = (await import(/* @vite-ignore */ ['node', 'fs'].join(':'))) as Files;
const here = import.meta.url;
const data = (path: string) => new URL(`../../../shared/data/${path}`, here).pathname;
/** Texts of the files in a folder by their names. */
const textsIn = (folder: string, wanted: RegExp) =>
  files
    .readdirSync(data(folder))
    .filter((name) => wanted.test(name))
    .map((name) => [name, files.readFileSync(data(`${folder}/${name}`), 'utf8')] as const);

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
  const lines = files.readFileSync(data('campus-noi/rooms.csv'), 'utf8').trim().split('\n').slice(1);
  const plans = textsIn('campus-noi/plans', /^..-.*\.svg$/);
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
      if (!line.endsWith(',') || sort === 'path') continue;
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
  const houses = [
    ...textsIn('floorplan-westport-house', /-floor-\w+\.geojson$/),
    ...textsIn('floorplan-tud-apb-osm', /\.geojson$/),
  ];
  test('of two buildings', () => expect(houses).toHaveLength(8));
  test.each(houses)('%s lie on the sheet', (_, text) => {
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
