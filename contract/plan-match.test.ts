import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchKey, matchSpaces } from './plan-match.ts';

const campus = new URL('../../shared/data/campus-noi/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, campus), 'utf8');
/** Everything in a plan that bears an id: rooms, but also layers, patterns and the boxes inside of rooms. */
const readIds = (plan: string) => [
  ...new Set([...read(`plans/${plan}`).matchAll(/\sid="([^"\s]+)"/g)].map(([, id]) => id!)),
];

const plans = readdirSync(new URL('plans/', campus)).filter((plan) => plan !== 'axonometric.svg');
const idsOf = new Map(plans.map((plan) => [plan, readIds(plan)]));
const idsIn = (plan: string) => idsOf.get(plan) ?? [];
const keysOf = new Map(plans.map((plan) => [plan, idsIn(plan).map(matchKey)]));
const roomsOf = new Map<string, string[]>();
for (const line of read('rooms.csv').trim().split('\n').slice(1)) {
  const [room, , , , plan] = line.split(',') as [string, string, string, string, string];
  if (idsIn(plan).includes(room)) roomsOf.set(plan, [...new Set([...(roomsOf.get(plan) ?? []), room])]);
}
const alike = (plan: string, room: string) =>
  keysOf.get(plan)!.filter((key) => key === matchKey(room)).length;
const spacesNamed = (names: string[]) => names.map((name, index) => ({ id: index + 1, name }));
const ways: Record<string, (room: string) => string> = {
  'as in the drawing': (room) => room,
  'in small letters with dots': (room) => room.toLowerCase().replaceAll('-', '.'),
  'with spaces and without leading zeros': (room) => room.replaceAll('-', ' ').replace(/ 0(?=\d)/g, ' '),
};

test('a whole campus is there', () => {
  expect(plans).toHaveLength(22);
  expect([...roomsOf.values()].flat().length).toBeGreaterThan(800);
});

describe('rooms of a campus are found in its plans', () => {
  test.each(Object.entries(ways))('when named %s', (_, way) => {
    for (const [plan, rooms] of roomsOf) {
      const matches = matchSpaces(spacesNamed(rooms.map(way)), idsIn(plan));
      const found = new Map(matches.map(({ space, elementId }) => [space.name, matchKey(elementId)]));
      // Two elements can be called alike but for their case or zeros: a person has to say which.
      const sure = rooms.filter((room) => alike(plan, room) === 1);
      expect([...found.keys()]).toEqual(expect.arrayContaining(sure.map(way)));
      for (const room of rooms) expect([undefined, matchKey(room)]).toContain(found.get(way(room)));
    }
  });

  test('when named by their ends: four of five, and none wrongly', () => {
    let [found, all] = [0, 0];
    for (const rooms of roomsOf.values()) {
      const short = (room: string) => room.replace(/^[A-Z]\d?--?\d-/, '');
      // Only what is a room: parts of lifts and layers have short names of their own.
      const matches = matchSpaces(spacesNamed(rooms.map(short)), rooms);
      for (const { space, elementId } of matches) expect(elementId).toBe(rooms[space.id - 1]);
      found += matches.length;
      all += rooms.length;
    }
    expect(found / all).toBeGreaterThan(0.8);
  });
});

test.each([
  ['A1.1.07-a', 'A1_x2D_1_x2D_07_x2D_A'],
  ['Büro 12', 'buro_012'],
  ['2.D14', '2-d-14'],
  ['会議室 3', '会議室_3'],
])('%s and %s are the same', (name, id) => {
  expect(matchKey(name)).toBe(matchKey(id));
});

test('what could be two things is left open', () => {
  expect(matchSpaces(spacesNamed(['07', '7']), ['R07', 'R-7'])).toEqual([]);
  expect(matchSpaces(spacesNamed(['A', 'Lobby']), ['X-A', 'Wall'])).toEqual([]);
  expect(matchSpaces(spacesNamed(['12']), ['A-1-12', 'B-1-12'])).toEqual([]);
});

test('never two of one, whatever the names', () => {
  const names = fc.array(fc.string({ maxLength: 5, unit: fc.constantFrom('a', 'b', '0', '1', '-', ' ') }));
  fc.assert(
    fc.property(names, fc.uniqueArray(fc.string({ maxLength: 5 })), names, (spaces, some, more) => {
      const elements = [...new Set([...some, ...more])];
      const matches = matchSpaces(spacesNamed(spaces), elements);
      expect(new Set(matches.map(({ space }) => space.id)).size).toBe(matches.length);
      expect(new Set(matches.map(({ elementId }) => elementId)).size).toBe(matches.length);
    }),
  );
});
