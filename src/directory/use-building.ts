import { useQuery } from '@tanstack/react-query';
import { useMe } from './me.ts';
import { buildingOptions, buildingsOptions, homeOf } from './booking-places.ts';

/** The building that is looked at: the one of the address, else the reader's own, else the first. */
export function useBuilding(wanted: number | undefined) {
  const me = useMe();
  const known = wanted ?? homeOf(me);
  const all = useQuery({ ...buildingsOptions(''), enabled: known === undefined });
  const id = known ?? all.data?.[0]?.id;
  const one = useQuery({ ...buildingOptions(id ?? 0), enabled: id !== undefined });
  return {
    id,
    building: one.data,
    zone: one.data?.timeZone ?? me.organisation.timeZone,
    /** There is no building at all. */
    none: all.data?.length === 0,
    error: all.error ?? one.error,
    refetch: () => void (id === undefined ? all.refetch() : one.refetch()),
  };
}
