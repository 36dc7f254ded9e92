import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { z } from 'zod';
import { floorPlan } from '#contract/floor-plans.ts';
import { floor, type Room, room } from '#contract/places.ts';
import { outlinesOf } from '#src/lib/drawing-outlines.ts';
import { listenForChanges } from '#src/lib/events.ts';
import { http } from '#src/lib/http.ts';
import { type Outline, type Point, polygonOutline } from '#src/lib/outline.ts';
import { withQuery } from '#src/lib/query-string.ts';
import { compareNames } from '#src/lib/language.ts';

const PAGE = 500;
/** Changes within this time are one: an import announces thousands. */
const GATHER = 300;
const key = ['floor-plans'] as const;
const rooms = z.array(room);
const floors = z.array(floor);

/** The drawing of a floor and the shapes of its spaces. */
export const planOptions = (floorId: number) =>
  queryOptions({
    queryKey: [...key, floorId, 'plan'],
    queryFn: ({ signal }) => http('GET', `/floors/${floorId}/plan`, { reply: floorPlan, signal }),
    staleTime: 60_000,
  });
/** The floor itself, with the building it is in. */
export const floorOptions = (floorId: number) =>
  queryOptions({
    queryKey: [...key, floorId, 'floor'],
    queryFn: ({ signal }) => http('GET', `/floors/${floorId}`, { reply: floor, signal }),
    staleTime: 60_000,
  });
/** All spaces of a floor by name, page after page. */
export const spacesOptions = (floorId: number) =>
  queryOptions({
    queryKey: [...key, floorId, 'spaces'],
    queryFn: async ({ signal }): Promise<Room[]> => {
      const all: Room[] = [];
      for (;;) {
        const query = { floorId, orderBy: 'name', startAt: all.length, limit: PAGE };
        const page = await http('GET', withQuery('/rooms', query), { reply: rooms, signal });
        all.push(...page);
        if (page.length < PAGE) return all;
      }
    },
    staleTime: 60_000,
  });
/** The floors of a building, from the ground up. */
export const floorsOptions = (buildingId: number) =>
  queryOptions({
    queryKey: [...key, 'of-building', buildingId],
    queryFn: async ({ signal }) => {
      const all = await http('GET', withQuery('/floors', { buildingId, limit: PAGE }), {
        reply: floors,
        signal,
      });
      return all.sort((a, b) => (a.level ?? 0) - (b.level ?? 0) || compareNames(a.name, b.name));
    },
    staleTime: 60_000,
  });

export const floorKey = (floorId: number) => [...key, floorId];

/** Shows what others change about the floor while it is on screen. */
export function useLiveFloor(floorId: number): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      void client.invalidateQueries({ queryKey: floorKey(floorId) });
    };
    const stop = listenForChanges({
      changed: ({ topic }) => {
        if (topic === 'places') timer ??= setTimeout(refresh, GATHER);
      },
      missed: () => {},
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client, floorId]);
}

type Shaped = { points?: readonly Point[] | undefined; elementId?: string | undefined };

/** Finds outlines on a drawing: an element of it where it still has one of that id, else the polygon. */
export function outlineFinder(svg: string | undefined) {
  const elements = svg === undefined ? new Map<string, Outline>() : outlinesOf(svg);
  return {
    /** Ids in the file of what can be seen. */
    elementIds: [...elements.keys()],
    elements,
    outlineOf: ({ points, elementId }: Shaped): Outline | undefined =>
      elements.get(elementId ?? '') ?? (points && polygonOutline(points)),
  };
}
