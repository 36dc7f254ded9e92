import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FloorPlan } from '#contract/floor-plans.ts';
import { readGeoJson } from '#contract/geojson-plan.ts';
import { matchKey, matchSpaces } from '#contract/plan-match.ts';
import { projectRoot } from '#server/lib/root.ts';
import { testServer } from '../../../test/app.ts';
import { placesOf } from '../../../test/places.ts';

// Real buildings, the way an administrator takes them: upload, match by name, save, read again.

const server = await testServer();
const places = await placesOf(server);
const { send } = places;
const data = (path: string) => resolve(projectRoot, '../shared/data', path);
const rowsOf = (path: string) =>
  readFileSync(data(path), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

/** A floor with spaces of these names. Past the API, which makes one at a time. */
async function floorWith(names: readonly string[]) {
  const model = await places.room();
  const floor = await places.floor();
  const { rows } = await server.owner.query<{ id: string; name: string }>(
    `INSERT INTO room (organisation_id, floor_id, room_type_id, name)
     SELECT organisation_id, $3, room_type_id, given FROM room, unnest($4::text[]) AS given
     WHERE organisation_id = $1 AND id = $2 RETURNING id, name`,
    [places.organisation, model.id, floor.id, names],
  );
  return { floor: floor.id, spaces: rows.map(({ id, name }) => ({ id: Number(id), name })) };
}

/** Uploads the drawing, matches and saves. Answers which element became which space. */
async function putOnPlan(svg: string, fileName: string, names: readonly string[]) {
  const { floor, spaces } = await floorWith(names);
  const uploaded = await send<FloorPlan>('PUT', `/floors/${floor}/plan`, { svg, fileName });
  const [x, y, width, height] = uploaded.viewBox!;
  expect([x, y, width, height].every(Number.isFinite)).toBe(true);
  expect(Math.min(width, height)).toBeGreaterThan(5);
  expect(Math.max(width, height) / Math.min(width, height)).toBeLessThan(10);
  // Nothing runs, nothing is fetched: the one address left is the name of the format.
  expect(uploaded.svg).not.toMatch(
    /<script|<style|<foreignObject|<image|<!|<\?|\son\w+=|javascript:|data:|@import/i,
  );
  expect(uploaded.svg!.match(/\w+:\/\/[^\s"']*/g)).toEqual(['http://www.w3.org/2000/svg']);
  expect([...uploaded.svg!.matchAll(/href="(?!#plan-)|url\((?!#plan-)/g)]).toEqual([]);
  const ids = [...uploaded.svg!.matchAll(/ data-id="([^"]*)"/g)].map(([, id]) =>
    id!.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  );
  const matches = matchSpaces(spaces, [...new Set(ids)]);
  const saved = await send<FloorPlan>(
    'PUT',
    `/floors/${floor}/shapes`,
    matches.map(({ space, elementId }) => ({ room: { id: space.id }, elementId })),
  );
  expect(await send<FloorPlan>('GET', `/floors/${floor}/plan`)).toEqual(saved);
  expect(saved.svg).toBe(uploaded.svg);
  return new Map(saved.shapes.map(({ room, elementId }) => [room.name, elementId!]));
}

describe('the campus of NOI Techpark', () => {
  const files = readdirSync(data('campus-noi/plans')).filter((file) => file !== 'axonometric.svg');
  const rooms = rowsOf('campus-noi/rooms.csv').map(([name, , , , plan]) => ({ name: name!, plan: plan! }));
  const placed = new Map<string, ReadonlyMap<string, string>>();

  test.each(files)('%s has its rooms', async (file) => {
    const svg = readFileSync(data(`campus-noi/plans/${file}`), 'utf8');
    const names = [...new Set(rooms.filter(({ plan }) => plan === file).map(({ name }) => name))];
    const found = await putOnPlan(svg, file, names);
    placed.set(file, found);
    for (const [name, element] of found) expect(matchKey(element)).toBe(matchKey(name));
    // Whoever is not found has no element at all, or a namesake.
    const alike = (name: string) =>
      [...svg.matchAll(/\sid="([^"]+)"/g)].filter(([, id]) => matchKey(id!) === matchKey(name)).length;
    for (const name of names) if (!found.has(name)) expect([name, alike(name)]).not.toEqual([name, 1]);
  });

  test('together are more than eight hundred rooms', () => {
    expect(placed.size).toBe(22);
    expect([...placed.values()].reduce((sum, found) => sum + found.size, 0)).toBeGreaterThan(800);
  });
});

describe('Westport House', () => {
  const files = readdirSync(data('floorplan-westport-house')).filter((file) =>
    /floor-\w+\.geojson$/.test(file),
  );
  const named = (path: string) =>
    (
      JSON.parse(readFileSync(path, 'utf8')) as { features: { properties: { name: string | null } }[] }
    ).features.flatMap(({ properties }) => properties.name ?? []);

  test.each(files)('%s is drawn, with its rooms by name', async (file) => {
    const path = data(`floorplan-westport-house/${file}`);
    const read = readGeoJson(readFileSync(path, 'utf8'));
    if (read.problem !== undefined) throw new Error(read.problem);
    expect(read.plans).toHaveLength(1);
    const names = named(path);
    expect(names.length).toBe(file.includes('floor-2.') ? 13 : 0);
    const found = await putOnPlan(read.plans[0]!.svg, file, names);
    expect([...found.keys()].sort()).toEqual(names.sort());
    expect(found.get('Meeting Room Large')).toBe(names.length > 0 ? 'Meeting_Room_Large' : undefined);
  });

  test('its paths to walk are no plan', () => {
    for (const file of readdirSync(data('floorplan-westport-house')).filter((one) =>
      one.includes('-paths.geo'),
    ))
      expect(readGeoJson(readFileSync(data(`floorplan-westport-house/${file}`), 'utf8'))).toEqual({
        problem: 'no-polygons',
      });
  });
});

describe('the Andreas-Pfitzmann-Bau', () => {
  const read = readGeoJson(readFileSync(data('floorplan-tud-apb-osm/apb.geojson'), 'utf8'));
  const rooms = rowsOf('floorplan-tud-apb-osm/rooms.csv');

  test.each(['0', '1', '2', '3'])('level %s has its rooms by number', async (level) => {
    if (read.problem !== undefined) throw new Error(read.problem);
    const plan = read.plans.find((one) => one.level === level)!;
    const numbers = rooms
      .filter((row) => row[1] === level && row[2] && row[4] === 'room')
      .map((row) => row[2]!);
    const names = [...new Set(numbers)];
    const found = await putOnPlan(plan.svg, 'apb.geojson', names);
    expect(names.length).toBeGreaterThan(50);
    expect([...found.keys()].sort()).toEqual(names.sort());
  });
});
