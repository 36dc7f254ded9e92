import { describe, expect, test } from 'vitest';
import type { FloorPlan } from '#contract/floor-plans.ts';
import type { Floor } from '#contract/places.ts';
import { testServer } from '../../../test/app.ts';
import { placesOf } from '../../../test/places.ts';

const server = await testServer();
const places = await placesOf(server);
const { admin, send } = places;

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" onload="x()"><rect id="R1" width="5"/></svg>';
const square = (x: number) => [
  [x, 0],
  [x + 10, 0],
  [x + 10, 10],
  [x, 10.5],
];

async function furnished() {
  const floor = await places.floor({ name: '3rd' });
  const rooms = [];
  for (const name of ['A', 'B', 'C'])
    rooms.push(await places.room({ name, floor: { id: floor.id }, capacity: 4 }));
  const plan = () => send<FloorPlan>('GET', `/floors/${floor.id}/plan`);
  return { floor, rooms, plan, path: `/floors/${floor.id}` };
}

describe('the drawing of a floor', () => {
  test('is kept sanitised, replaced and removed', async () => {
    const { floor, plan, path } = await furnished();
    expect(await plan()).toEqual({
      floor: { id: floor.id, name: '3rd' },
      shapes: [],
      shapesVersion: expect.any(String),
    });
    const uploaded = await send<FloorPlan>('PUT', `${path}/plan`, { svg, fileName: '3rd floor.svg' });
    expect(uploaded).toEqual({
      floor: { id: floor.id, name: '3rd' },
      viewBox: [0, 0, 100, 50],
      svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><rect width="5" id="plan-R1" data-id="R1"></rect></svg>',
      fileName: '3rd floor.svg',
      dateUpdated: expect.any(Number),
      shapes: [],
      shapesVersion: expect.any(String),
    });
    expect(await plan()).toEqual(uploaded);
    const shown = await send<Floor>('GET', path);
    expect(shown.drawingAvailable).toBe(true);
    expect(shown.dateUpdated).toBeGreaterThan(floor.dateUpdated);
    await send('PUT', `${path}/plan`, { svg: svg.replace('100 50', '7 8') });
    expect(await plan()).toMatchObject({ viewBox: [0, 0, 7, 8] });
    expect(await plan()).not.toHaveProperty('fileName');
    expect(await send('DELETE', `${path}/plan`)).toEqual({ response: 'Successfully removed' });
    await send('DELETE', `${path}/plan`, undefined, 404);
    expect((await send<Floor>('GET', path)).drawingAvailable).toBe(false);
  });

  test('is refused when it is none, and the one before stays', async () => {
    const { plan, path } = await furnished();
    await send('PUT', `${path}/plan`, { svg });
    const before = await plan();
    const wrong: unknown[] = [
      {},
      [],
      { svg: '' },
      { svg: 7 },
      { svg: '<p/>' },
      { svg: '<svg' },
      { svg: `${svg}x` },
      { svg, fileName: 'x'.repeat(301) },
      { svg: svg.replace('/>', `/><text>${'x'.repeat(6_000_000)}</text>`) },
    ];
    for (const body of wrong) expect((await admin.call('PUT', `${path}/plan`, body)).statusCode).toBe(400);
    const vast = { svg: svg.replace('/>', `/><text>${'x'.repeat(21_000_000)}</text>`) };
    expect((await admin.call('PUT', `${path}/plan`, vast)).statusCode).toBe(413);
    const raw = { headers: { 'content-type': 'image/svg+xml' } };
    expect((await admin.call('PUT', `${path}/plan`, svg, raw)).statusCode).toBe(415);
    expect(await plan()).toEqual(before);
    await send('PUT', '/floors/999999999/plan', { svg }, 404);
  });
});

describe('shapes of rooms', () => {
  test('are set together and read with the drawing in one answer', async () => {
    const { rooms, plan, path } = await furnished();
    const [a, b, c] = rooms;
    const set = [
      { room: { id: b!.id }, points: square(20) },
      { room: { id: String(a!.id) }, points: square(0), elementId: 'R1' },
    ];
    const answer = await send<FloorPlan>('PUT', `${path}/shapes`, set);
    expect(answer.shapes).toEqual([
      {
        room: {
          id: a!.id,
          name: 'A',
          reservable: false,
          capacity: 4,
          type: expect.objectContaining({ name: 'Workstation', hexColor: '33cc99' }),
        },
        points: square(0),
        elementId: 'R1',
      },
      { room: expect.objectContaining({ id: b!.id }), points: square(20) },
    ]);
    // Without a drawing the box around the shapes is shown.
    expect(answer.viewBox).toEqual([0, 0, 30, 10.5]);
    expect(await send('PUT', `${path}/shapes`, set)).toMatchObject({ shapes: answer.shapes });
    await send('PUT', `${path}/shapes`, [{ room: { id: c!.id }, elementId: 'R1' }]);
    expect((await plan()).shapes).toEqual([
      { room: expect.objectContaining({ id: c!.id }), elementId: 'R1' },
    ]);
    expect(await plan()).not.toHaveProperty('viewBox');
    await send('DELETE', `${path}/shapes`);
    expect((await plan()).shapes).toEqual([]);
  });

  test('are set and taken away one by one', async () => {
    const { rooms, plan, path } = await furnished();
    const [a, b] = rooms;
    await send('PUT', `/rooms/${a!.id}/shape`, { elementId: 'R1' });
    await send('PUT', `/rooms/${a!.id}/shape`, { points: square(1) });
    await send('PUT', `/rooms/${b!.id}/shape`, { elementId: 'R1', points: square(2) });
    expect((await plan()).shapes.map(({ points, elementId }) => [points, elementId])).toEqual([
      [square(1), undefined],
      [square(2), 'R1'],
    ]);
    const taken = await admin.call('PUT', `/rooms/${a!.id}/shape`, { elementId: 'R1' });
    expect([taken.statusCode, taken.json()]).toMatchObject([400, { error: { field: 'elementId' } }]);
    await send('DELETE', `/rooms/${a!.id}/shape`);
    await send('DELETE', `/rooms/${a!.id}/shape`, undefined, 404);
    await send('DELETE', `/rooms/999999999/shape`, undefined, 404);
    await send('PUT', `/rooms/999999999/shape`, { elementId: 'R1' }, 404);
    // Who moves to another floor, or goes, leaves the plan.
    await send('PUT', `/rooms/${a!.id}/shape`, { points: square(3) });
    await send('PUT', `/rooms/${a!.id}`, { floor: { id: (await places.floor()).id } });
    await send('DELETE', `/rooms/${b!.id}`);
    expect(await plan()).toMatchObject({ shapes: [] });
    await send('DELETE', path);
    await send('GET', `${path}/plan`, undefined, 404);
  });

  test('of two who change them at once the later one is told, and nothing is lost', async () => {
    const { rooms, plan, path } = await furnished();
    const [a, b] = rooms.map(({ id }) => ({ id }));
    const save = (shapes: object[], tag?: string, key?: string) =>
      admin.call('PUT', `${path}/shapes`, shapes, {
        headers: { ...(tag && { 'if-match': tag }), ...(key && { 'idempotency-key': key }) },
      });
    const { shapesVersion: empty } = await plan();
    const first = await save([{ room: a, points: square(0) }], `"${empty}"`, 'first');
    expect(first.statusCode).toBe(200);
    const late = await save([{ room: b, points: square(5) }], `"${empty}"`);
    expect([late.statusCode, late.json()]).toMatchObject([
      409,
      { error: { code: 'places.shapes-changed-meanwhile' } },
    ]);
    const now = await plan();
    expect(now.shapes.map(({ room }) => room.id)).toEqual([a!.id]);
    expect(now.shapesVersion).toBe(first.json<FloorPlan>().shapesVersion);
    // An answer that was lost on its way is given again, though the version is no longer that one.
    expect((await save([{ room: a, points: square(0) }], `"${empty}"`, 'first')).statusCode).toBe(200);
    // A drawing or another name is no other shape; taking one off is.
    await send('PUT', `${path}/plan`, { svg });
    await send('PUT', `/rooms/${a!.id}`, { name: 'A2' });
    expect((await save([{ room: a, elementId: 'R1' }], `W/"${now.shapesVersion}"`)).statusCode).toBe(200);
    const { shapesVersion: picked } = await plan();
    await send('DELETE', `/rooms/${a!.id}/shape`);
    expect((await save([], `"${picked}"`)).statusCode).toBe(409);
    expect((await plan()).shapesVersion).toBe(empty);
    expect((await save([{ room: b, points: square(5) }])).statusCode).toBe(200);
  });

  test('of ten at once on one version one wins', async () => {
    const { rooms, plan, path } = await furnished();
    const { shapesVersion } = await plan();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        admin.call('PUT', `${path}/shapes`, [{ room: { id: rooms[0]!.id }, points: square(at) }], {
          headers: { 'if-match': `"${shapesVersion}"` },
        }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array<number>(9).fill(409)]);
  });

  test('are refused when something is wrong with one of them, all of them', async () => {
    const { rooms, plan, path } = await furnished();
    const [a, b] = rooms.map(({ id }) => ({ id }));
    const elsewhere = await places.room();
    await send('PUT', `${path}/shapes`, [{ room: a, points: square(0) }]);
    const before = await plan();
    const wrong: [unknown, string][] = [
      [{}, ''],
      [[{ room: b }], '[0].points'],
      [[{ points: square(0) }], '[0].room'],
      [[{ room: b, points: square(0).slice(2) }], '[0].points'],
      [
        [
          {
            room: b,
            points: [
              [0, 0],
              [1, 1],
              [2, 'x'],
            ],
          },
        ],
        '[0].points[2][1]',
      ],
      [
        [
          {
            room: b,
            points: [
              [0, 0],
              [1, 1],
              [2, 1e12],
            ],
          },
        ],
        '[0].points[2][1]',
      ],
      [
        [
          {
            room: b,
            points: [
              [0, 0],
              [1, 1],
              [2, 3, 4],
            ],
          },
        ],
        '[0].points[2]',
      ],
      [[{ room: b, elementId: '' }], '[0].elementId'],
      [
        [
          { room: b, elementId: 'x' },
          { room: { id: elsewhere.id }, elementId: 'y' },
        ],
        '[1].room',
      ],
      [
        [
          { room: b, elementId: 'x' },
          { room: b, elementId: 'y' },
        ],
        '[1].room',
      ],
      [
        [
          { room: b, elementId: 'x' },
          { room: a, elementId: 'x' },
        ],
        '[1].elementId',
      ],
      [[{ room: { id: 999_999_999 }, elementId: 'x' }], '[0].room'],
    ];
    for (const [body, field] of wrong) {
      const answer = await admin.call('PUT', `${path}/shapes`, body);
      expect([
        body,
        answer.statusCode,
        answer.json<{ error: { field?: string } }>().error.field ?? '',
      ]).toEqual([body, 400, field]);
    }
    expect(await plan()).toEqual(before);
  });
});
