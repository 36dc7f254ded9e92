import type { PlanUpload, ShapeEdit, ShapeSet } from '#contract/floor-plans.ts';
import { AppError, invalid, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database, Tx, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { namesVersion } from '#server/lib/if-match.ts';
import * as plans from './plan-repository.ts';
import { sanitiseSvg } from './sanitise-svg.ts';

async function planOf(tx: Tx, floor: number): Promise<string> {
  const plan = await plans.findPlan(tx, floor);
  if (plan === undefined) throw notFound('There is no such floor.');
  return plan;
}

async function finish(tx: WriteTx, caller: Caller, floor: number): Promise<string> {
  await plans.touchFloor(tx, floor);
  await announce(tx, { topic: 'places', ids: [floor], by: caller.id });
  return planOf(tx, floor);
}

/** The drawing and the rooms on it, as JSON text. @throws 404 */
export const readPlan = (db: Database, caller: Caller, floor: number): Promise<string> =>
  db.read(caller.organisation, (tx) => planOf(tx, floor));

/** Puts a drawing in the place of the one there was; the shapes stay. @throws 400, 404 */
export async function uploadPlan(
  db: Database,
  caller: Caller,
  floor: number,
  { svg, fileName }: PlanUpload,
): Promise<string> {
  const clean = sanitiseSvg(svg);
  return db.write(caller.organisation, async (tx) => {
    await planOf(tx, floor);
    await plans.savePlan(tx, floor, clean, fileName ?? '');
    return finish(tx, caller, floor);
  });
}

/** Takes the drawing away; the shapes stay. @throws 404 when there is none */
export const removePlan = (db: Database, caller: Caller, floor: number): Promise<string> =>
  db.write(caller.organisation, async (tx) => {
    await planOf(tx, floor);
    if (!(await plans.deletePlan(tx, floor))) throw notFound('This floor has no drawing.');
    return finish(tx, caller, floor);
  });

/**
 * Makes these the shapes of a floor, and no others.
 * @param ifMatch the If-Match header: the shapes count only if nobody has changed them since that version
 * @throws 400 naming the element at fault, 404, 409 places.shapes-changed-meanwhile
 */
export async function replaceShapes(
  tx: WriteTx,
  caller: Caller,
  floor: number,
  shapes: ShapeSet,
  ifMatch: string | undefined,
) {
  const version = await plans.findShapesVersion(tx, floor);
  if (version === undefined) throw notFound('There is no such floor.');
  if (!namesVersion(ifMatch, version))
    throw new AppError(
      409,
      'places.shapes-changed-meanwhile',
      'Somebody else changed the shapes of this floor. Look at the change, then make yours again.',
    );
  const rooms = shapes.map(({ room }) => room.id);
  const there = await plans.roomsOn(tx, floor, rooms);
  const seen = { rooms: new Set<number>(), elements: new Set<string>() };
  for (const [index, { room, elementId }] of shapes.entries()) {
    if (!there.has(room.id)) throw invalid(`[${index}].room`, `names no room of this floor (id ${room.id})`);
    if (seen.rooms.has(room.id)) throw invalid(`[${index}].room`, `names room ${room.id} a second time`);
    if (elementId !== undefined && seen.elements.has(elementId))
      throw invalid(`[${index}].elementId`, 'is the outline of another room already');
    seen.rooms.add(room.id);
    if (elementId !== undefined) seen.elements.add(elementId);
  }
  await plans.deleteShapes(tx, 'floor_id', floor);
  await plans.saveShapes(tx, floor, shapes);
  return finish(tx, caller, floor);
}

/** @throws 404 */
export const removeShapes = (db: Database, caller: Caller, floor: number): Promise<string> =>
  db.write(caller.organisation, async (tx) => {
    await planOf(tx, floor);
    await plans.deleteShapes(tx, 'floor_id', floor);
    return finish(tx, caller, floor);
  });

async function floorOf(tx: Tx, room: number): Promise<number> {
  const floor = await plans.floorOfRoom(tx, room);
  if (floor === undefined) throw notFound('There is no such room.');
  return floor;
}

/** Sets the shape of one room; answers the plan of its floor. @throws 400, 404 */
export async function saveShape(tx: WriteTx, caller: Caller, room: number, shape: ShapeEdit) {
  const floor = await floorOf(tx, room);
  const { elementId } = shape;
  if (elementId !== undefined && (await plans.ownerOfElement(tx, floor, elementId, room)))
    throw invalid('elementId', 'is the outline of another room already');
  await plans.saveShapes(tx, floor, [{ room: { id: room }, ...shape }]);
  return finish(tx, caller, floor);
}

/** @throws 404 for a room that is on no plan */
export const removeShape = (db: Database, caller: Caller, room: number): Promise<string> =>
  db.write(caller.organisation, async (tx) => {
    const floor = await floorOf(tx, room);
    if ((await plans.deleteShapes(tx, 'room_id', room)) === 0)
      throw notFound('This room is not on the plan.');
    return finish(tx, caller, floor);
  });
