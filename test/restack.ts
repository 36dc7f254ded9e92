import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { projectRoot } from '#server/lib/root.ts';

/** Calls and answers what came back; throws unless that succeeds. */
type Send = <T>(method: string, path: string, body?: unknown) => Promise<T>;
type Space = { name: string; building: string; floor: string; room: boolean };

/** Every space of the campus is for one, so that whoever moves needs somebody else to have left. */
export function campus(): Space[] {
  const csv = readFileSync(resolve(projectRoot, '../shared/data/campus-noi/rooms.csv'), 'utf8');
  return csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [name, building, floor, kind] = line.split(',');
      return { name: name!, building: building!, floor: floor!, room: kind === 'room' };
    });
}
const line = (cells: readonly string[]) => cells.join(',');

/** Imports the campus, its rooms with one place each. */
export async function importCampus(send: Send, spaces: readonly Space[]): Promise<void> {
  const types = await send<{ name: string; occupiable: boolean }[]>('GET', '/rooms/types');
  const typeOf = (room: boolean) => types.find(({ occupiable }) => occupiable === room)!.name;
  for (const name of new Set(spaces.map(({ building }) => building)))
    await send('POST', '/buildings', { name, code: name });
  await send('POST', '/imports/spaces', {
    csv: [
      'building,floor,name,type,capacity',
      ...spaces.map(({ name, building, floor, room }) =>
        line([building, floor, name, typeOf(room), room ? '1' : '0']),
      ),
    ].join('\n'),
  });
}

/** So many people, one a room. */
export async function settle(send: Send, rooms: readonly Space[], people: number): Promise<void> {
  await send('POST', '/imports/people', {
    csv: [
      'firstName,lastName,email,building,floor,space',
      ...rooms
        .slice(0, people)
        .map(({ name, building, floor }, n) =>
          line(['Person', String(n), `person${n}@example.com`, building, floor, name]),
        ),
    ].join('\n'),
  });
}

/**
 * Who goes where: most of those who move change rooms in one great circle, the rest go to the rooms that are free.
 * Answers the rows as CSV, and the name of the room by e-mail.
 */
export function restacking(rooms: readonly Space[], people: number, moving: number) {
  const circle = moving - (rooms.length - people);
  const targets = Array.from({ length: moving }, (_, n) =>
    n < circle ? rooms[(n + 1) % circle]! : rooms[people + n - circle]!,
  );
  return {
    csv: [
      'email,building,floor,space',
      ...targets.map(({ name, building, floor }, n) =>
        line([`person${n}@example.com`, building, floor, name]),
      ),
    ].join('\n'),
    expected: new Map(targets.map(({ name }, n) => [`person${n}@example.com`, name])),
  };
}
