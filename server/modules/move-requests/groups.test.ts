import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseCsv } from '#contract/csv-read.ts';
import type { MoveGroupPreview, MoveSpace } from '#contract/moves-board.ts';
import type { MoveRequest } from '#contract/moves.ts';
import { projectRoot } from '#server/lib/root.ts';
import { testServer } from '../../../test/app.ts';
import { moveDesk } from '../../../test/moves.ts';

const server = await testServer();
const desk = await moveDesk(server);
const { admin, asker, manager } = desk;

// Rooms of a real campus, and as many people as are to move within it.
const PEOPLE = 300;
const campus = parseCsv(
  readFileSync(resolve(projectRoot, '../shared/data/campus-noi/rooms.csv'), 'utf8'),
).slice(1);
const rooms = campus.map(([name, building, floor]) => ({ name: name!, building: building!, floor: floor! }));
const buildings = [...new Set(rooms.map(({ building }) => building))];
const roomType = (await desk.get<{ name: string; occupiable: boolean }[]>('/rooms/types')).find(
  (one) => one.occupiable,
)!;
const load = async (kind: string, lines: readonly string[]) => {
  const answer = await admin.call('POST', `/imports/${kind}`, { csv: lines.join('\n') });
  expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([200, expect.anything()]);
};
await load('buildings', ['name', ...buildings]);
await load('spaces', [
  'building,floor,name,type,capacity',
  ...rooms.map(({ building, floor, name }) => `${building},${floor},${name},${roomType.name},1`),
]);
const numbers = Array.from({ length: PEOPLE }, (_, n) => n);
const mail = (n: number) => `mover${n}@example.com`;
await load('people', [
  'firstName,lastName,email,employeeId,space',
  ...numbers.map((n) => `Mover,No${n},${mail(n)},E${n},${rooms[n]!.name}`),
]);
/** Everybody to the room of the next, by turns named by e-mail, number and name. */
const target = (n: number) => rooms[(n + 1) % PEOPLE]!;
const named = (n: number) => [mail(n).toUpperCase(), `E${n}`, `Mover No${n}`][n % 3]!;
const lineOf = (n: number) => `${named(n)},${target(n).name},${target(n).building}`;
const csv = ['Employee;To room;Building', ...numbers.map(lineOf)].join('\n').replaceAll(',', ';');
const group = (more: object) => ({
  csv,
  description: 'Everybody moves on',
  date: Date.UTC(2028, 0, 1),
  ...more,
});
const preview = async (more: object) =>
  (await asker.call('POST', '/move/groups/preview', group(more))).json<MoveGroupPreview>();
const count = () => desk.get<{ count: number }>('/move/requests/count');

test('a file of a whole campus is tried, then filed as one request that leaves room for the cycle', async () => {
  const tried = await preview({});
  expect(tried).toMatchObject({ rows: PEOPLE, errors: [], mapping: { person: 0, space: 1, building: 2 } });
  expect(tried.items[7]).toMatchObject({
    row: 9,
    user: { email: mail(7) },
    type: { name: 'Employee Move' },
    fromRoom: { name: rooms[7]!.name },
    toRoom: { name: target(7).name, floor: { building: { name: target(7).building } } },
  });
  expect(await count()).toEqual({ count: 0 });
  const answer = await asker.call('POST', '/move/groups', group({ comment: 'By the weekend' }));
  expect(answer.statusCode).toBe(201);
  const made = answer.json<MoveRequest>();
  expect(made).toMatchObject({
    approved: false,
    status: { code: 'pen' },
    comments: [{ content: 'By the weekend' }],
  });
  expect(made.items.map((item) => item.user!.email)).toEqual(numbers.map(mail));
  expect(made.items.map((item) => item.toRoom!.name)).toEqual(numbers.map((n) => target(n).name));
  expect((await desk.step(made.id, 'approve', manager)).statusCode).toBe(200);
  const { id } = made.items[0]!.toRoom!;
  const [space] = await desk.get<MoveSpace[]>(
    `/move/spaces?roomId=${id}&left=0&date=${Date.UTC(2028, 0, 2)}`,
  );
  expect(space).toMatchObject({ people: 1, arriving: 1, leaving: 1, left: 0 });
});

test('every row that cannot be done is told, and nothing is filed', async () => {
  const twice = rooms[0]!.name;
  const floors = await desk.get<{ id: number; name: string }[]>(`/floors?limit=500`);
  await admin.call('POST', '/rooms', {
    name: twice,
    floor: { id: floors.at(-1)!.id },
    type: { id: (roomType as { id?: number }).id },
  });
  const lines = [
    'person,space,building,type',
    `${mail(0)},${rooms[5]!.name},,`,
    `nobody@example.com,${rooms[6]!.name},,`,
    `${mail(1)},No such room,,`,
    `${mail(2)},${twice},,`,
    `${mail(0)},${rooms[7]!.name},,`,
    `,${rooms[8]!.name},,`,
    `${mail(3)},,,`,
    `${mail(4)},${rooms[9]!.name},A9,`,
    `${mail(5)},${rooms[9]!.name},,Teleport`,
    `${mail(6)},,,Exiting Employee`,
    `${mail(7)},${rooms[9]!.name},,New Person`,
  ];
  const before = await count();
  const told = await preview({ csv: lines.join('\r\n') });
  expect(told.errors.map(({ row, field, problem }) => [row, field, problem])).toEqual([
    [3, 'person', 'unknown'],
    [4, 'space', 'unknown'],
    [5, 'space', 'unknown'],
    [6, 'person', 'repeat'],
    [7, 'person', 'cell'],
    [8, 'space', 'cell'],
    [9, 'space', 'unknown'],
    [10, 'type', 'unknown'],
    [12, 'type', 'unknown'],
  ]);
  expect(told.items.map(({ row }) => row)).toEqual([2, 11]);
  const answer = await asker.call('POST', '/move/groups', group({ csv: lines.join('\n') }));
  expect(answer).toMatchObject({
    statusCode: 400,
    body: expect.stringMatching(/Nothing was filed: 9 .*Row 3/),
  });
  expect(await count()).toEqual(before);
});

test('what is no such file is refused by its name', async () => {
  const many = ['person,space', ...Array.from({ length: 2001 }, (_, n) => `p${n},s`)].join('\n');
  for (const [more, field] of [
    [{ csv: '' }, 'csv'],
    [{ csv: 5 }, 'csv'],
    [{ csv: 'person,space' }, 'csv'],
    [{ csv: 'a "quote,b\n"open,x' }, 'csv'],
    [{ csv: 'what,ever\n1,2' }, 'mapping.person'],
    [{ csv: many }, 'csv'],
    [{ mapping: { person: 40 } }, 'mapping.person'],
    [{ mapping: { nobody: 1 } }, 'mapping'],
    [{ description: '' }, 'description'],
    [{ date: 'soon' }, 'date'],
    [{ type: desk.type('Move Office Equipment') }, 'type'],
    [{ type: { id: 999_999 } }, 'type'],
    [{ center: { id: 999_999 } }, 'center'],
  ] as const) {
    const answer = await asker.call('POST', '/move/groups', group(more));
    expect([field, answer.statusCode, answer.body]).toEqual([field, 400, expect.stringContaining(field)]);
  }
});
