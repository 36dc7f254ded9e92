import { z } from 'zod';
import { room, roomType } from './places.ts';
import { epochMs, ref, text } from './wire.ts';

/** Bytes of a drawing in UTF-8. */
export const MAX_SVG = 5 * 1024 * 1024;

const coordinate = z.number().min(-1e9).max(1e9);
/** x to the right, y downwards, in the units of the drawing's view box. */
export const point = z.tuple([coordinate, coordinate]);
export type Point = z.infer<typeof point>;

/** PUT /floors/{id}/plan */
export const planUpload = z.object({
  svg: z.string().min(1, 'must not be empty'),
  fileName: text(300).nullish(),
});
export type PlanUpload = z.infer<typeof planUpload>;

const NO_OUTLINE = 'must be given, or elementId';
const outline = {
  points: z.array(point).min(3, 'must be three points or more').max(2000).optional(),
  /** The id of the outline in the file as it was uploaded. */
  elementId: z.string().min(1).max(200).optional(),
};
const outlined = (shape: { points?: unknown; elementId?: unknown }) =>
  shape.points !== undefined || shape.elementId !== undefined;
const problem = { error: NO_OUTLINE, path: ['points'] };

/** PUT /rooms/{id}/shape: as polygon, as an element of the drawing, or both. */
export const shapeEdit = z.object(outline).refine(outlined, problem);
export type ShapeEdit = z.infer<typeof shapeEdit>;

/** PUT /floors/{id}/shapes: all shapes of the floor. */
export const shapeSet = z.array(z.object({ room: ref, ...outline }).refine(outlined, problem)).max(5000);
export type ShapeSet = z.infer<typeof shapeSet>;

export const roomShape = z.object({
  room: room.pick({ id: true, name: true, reservable: true, capacity: true }).extend({
    type: roomType.pick({ id: true, name: true, hexColor: true, occupiable: true, parkingSpace: true }),
  }),
  points: z.array(point).optional(),
  elementId: z.string().optional(),
});
export type RoomShape = z.infer<typeof roomShape>;

/**
 * GET /floors/{id}/plan. Ids in `svg` bear the prefix `plan-`, and as `data-id` what the file said. Without a
 * drawing the view box is that around all shapes, absent when there are none.
 */
export const floorPlan = z.object({
  floor: z.object({ id: z.int(), name: z.string() }),
  /** min-x, min-y, width, height */
  viewBox: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  svg: z.string().optional(),
  fileName: z.string().optional(),
  dateUpdated: epochMs.optional(),
  shapes: z.array(roomShape),
  /** Another one whenever the shapes are others; sent back as If-Match it guards them against a newer change. */
  shapesVersion: z.string(),
});
export type FloorPlan = z.infer<typeof floorPlan>;
