import type { RoomShape } from '#contract/floor-plans.ts';
import type { Point } from '#src/lib/outline.ts';
import type { ShapeBody } from './api.ts';

export type ShapeDraft = { points?: readonly Point[]; elementId?: string };
/** Shapes by the space's id. */
export type Draft = ReadonlyMap<number, ShapeDraft>;
/** The plan as it is being changed, and what it was before each change. */
export type Edits = {
  now: Draft;
  past: readonly Draft[];
  /** The last change, while it goes on. */ ongoing?: string;
};

export type Change =
  | {
      kind: 'set';
      space: number;
      shape: ShapeDraft;
      /** A drag is one change, however many steps it has. */ ongoing?: string;
    }
  | { kind: 'match'; pairs: readonly { space: number; elementId: string }[] }
  | { kind: 'take-off'; space: number }
  | { kind: 'undo' }
  | { kind: 'start'; from: Draft }
  /** What was changed since `from` is changed on `onto` instead, which somebody else saved meanwhile. */
  | { kind: 'rebase'; from: Draft; onto: Draft };

const MOST = 100;

export const draftOf = (shapes: readonly Pick<RoomShape, 'room' | 'points' | 'elementId'>[]): Draft =>
  new Map(
    shapes.map(({ room, points, elementId }) => [
      room.id,
      { ...(points && { points }), ...(elementId !== undefined && { elementId }) },
    ]),
  );

export const bodyOf = (draft: Draft): ShapeBody[] =>
  [...draft].map(([id, shape]) => ({ room: { id }, ...shape }));

const sameShape = (one: ShapeDraft | undefined, other: ShapeDraft | undefined) =>
  JSON.stringify(one) === JSON.stringify(other);

/** Whether two plans say the same, in whatever order. */
export const sameDraft = (one: Draft, other: Draft): boolean =>
  one.size === other.size && [...one].every(([id, shape]) => sameShape(shape, other.get(id)));

/** Theirs, and on top of it what `mine` has changed since `from`, space by space. */
function rebased(mine: Draft, from: Draft, onto: Draft): Draft {
  let next = new Map(onto);
  for (const id of new Set([...from.keys(), ...mine.keys()])) {
    const shape = mine.get(id);
    if (sameShape(shape, from.get(id))) continue;
    if (!shape) next.delete(id);
    else if (shape.elementId === undefined) next.set(id, shape);
    else next = withElement(next, id, shape.elementId);
  }
  return next;
}

/** An element is the outline of one space only: whoever had it loses it, and keeps a polygon where it has one. */
function withElement(draft: Draft, space: number, elementId: string): Map<number, ShapeDraft> {
  const next = new Map(draft);
  for (const [id, shape] of draft) {
    if (id === space || shape.elementId !== elementId) continue;
    if (shape.points) next.set(id, { points: shape.points });
    else next.delete(id);
  }
  return next.set(space, { elementId });
}

/** One step of editing, undo included. */
export function edited(edits: Edits, change: Change): Edits {
  const { now, past, ongoing } = edits;
  const after = (next: Draft): Edits => ({ now: next, past: [...past, now].slice(-MOST) });
  switch (change.kind) {
    case 'start':
      return { now: change.from, past: [] };
    case 'rebase':
      // To before theirs nothing leads back.
      return { now: rebased(now, change.from, change.onto), past: [change.onto] };
    case 'undo':
      return past.length === 0 ? edits : { now: past.at(-1)!, past: past.slice(0, -1) };
    case 'take-off': {
      const next = new Map(now);
      return next.delete(change.space) ? after(next) : edits;
    }
    case 'match':
      if (change.pairs.length === 0) return edits;
      return after(
        change.pairs.reduce<Draft>((draft, pair) => withElement(draft, pair.space, pair.elementId), now),
      );
    case 'set': {
      const { space, shape } = change;
      const next =
        shape.elementId === undefined
          ? new Map(now).set(space, shape)
          : withElement(now, space, shape.elementId);
      if (change.ongoing === undefined) return after(next);
      const goesOn = ongoing === change.ongoing;
      return { ...(goesOn ? { now: next, past } : after(next)), ongoing: change.ongoing };
    }
  }
}
