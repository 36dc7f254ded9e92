import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Floor } from '#contract/places.ts';
import { planOptions, spacesOptions, useLiveFloor } from '#src/directory/floor-plans.ts';
import { floorSpacesOptions } from './queries.ts';
import { inOrder, type Seat } from './seats.ts';

/** The plan of a floor, and all its spaces with what is left of them on a date, epoch ms. */
export function useSeats(floor: Floor, date: number | undefined, request: number | undefined) {
  useLiveFloor(floor.id);
  const plan = useQuery(planOptions(floor.id));
  const rooms = useQuery(spacesOptions(floor.id));
  const left = useQuery(floorSpacesOptions(floor.id, date, request));
  const seats = useMemo((): Seat[] | undefined => {
    if (!rooms.data || !left.data) return undefined;
    const known = new Map(left.data.map((one) => [one.id, one]));
    return inOrder(
      rooms.data.map(({ id, name, type }) => {
        const one = known.get(id);
        return {
          space: { id, name, floor: floor.name, building: floor.building.name, floorId: floor.id },
          typeName: type.name,
          occupiable: one !== undefined,
          capacity: one?.capacity,
          taken: one ? one.people + one.arriving - one.leaving : 0,
        };
      }),
    );
  }, [rooms.data, left.data, floor]);
  return {
    plan: plan.data,
    planError: plan.error,
    seats,
    error: rooms.error ?? left.error,
    refetch: () => void Promise.all([plan.refetch(), rooms.refetch(), left.refetch()]),
  };
}
