import type { WriteTx } from '#server/lib/database.ts';
import { drawFloor } from './floor-drawing.ts';
import { insert } from './insert.ts';
import type { Places } from './places.ts';

/** A drawing for every floor, with all its spaces on it. The ids are by position in the company's lists. */
export async function insertPlans(
  tx: WriteTx,
  places: Places,
  ids: { floors: number[]; spaces: number[] },
  since: Date,
) {
  const drawn = places.floors.map((_, floor) => {
    const there = [...places.spaces.keys()].filter((index) => places.spaces[index]!.floor === floor);
    return { there, floor: ids.floors[floor], ...drawFloor(there.map((index) => places.spaces[index]!)) };
  });
  await insert(
    tx,
    'floor_plan',
    drawn.map(({ floor, svg, width, height }, index) => ({
      floor_id: floor,
      svg,
      min_x: 0,
      min_y: 0,
      width,
      height,
      file_name: `${places.floors[index]!.name}.svg`,
      date_created: since,
      date_updated: since,
    })),
    'floor_id',
  );
  const shapes = drawn.flatMap(({ there, floor, shapes: outlines }) =>
    outlines.map((points, index) => ({
      floor_id: floor,
      room_id: ids.spaces[there[index]!],
      points,
      date_updated: since,
    })),
  );
  await insert(tx, 'room_shape', shapes, 'room_id');
}
