import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { allBuildingsOptions } from '#src/directory/booking-places.ts';
import { bookingsKey, rulesOptions } from '#src/directory/booking-rules.ts';
import { minute } from '#src/directory/minute.ts';
import { useMe } from '#src/directory/me.ts';
import { floorsOptions } from '#src/directory/floor-plans.ts';
import { useLiveTopic } from '#src/directory/use-live-topic.ts';
import { useStore } from '#src/lib/store.ts';
import { ownWithinOptions } from './find-queries.ts';
import { useNearest } from './find-near.ts';
import { findRows } from './find-rows.ts';
import type { FindSearch } from './find-search.ts';
import { chosenTime } from './find-when.ts';
import { timeRange } from '#src/directory/booking-time.ts';
import { typesOptions } from '#src/directory/space-types.ts';
import { waitingOptions } from './waiting-queries.ts';
import { availableOptions } from './queries.ts';

/** As many as the server answers at a time. */
export const MOST_SPACES = 1000;

/** What a search finds, kept up to date. `rows` are those of the building, `shown` those of the floor. */
export function useFind(search: FindSearch) {
  useLiveTopic('reservations', bookingsKey);
  useLiveTopic('booking-waiting', waitingOptions.queryKey);
  const me = useMe();
  const now = useStore(minute);
  const houses = useQuery(allBuildingsOptions);
  const buildings = houses.data ?? [];
  const { data: types = [] } = useQuery(typesOptions);
  const building = buildings.find(({ id }) => id === search.building);
  const zone = building?.timeZone ?? me.organisation.timeZone;
  const chosen = useMemo(() => chosenTime(search, zone, now), [search, zone, now]);
  const { startDate, endDate, problem } = chosen;
  // Before the building is known, nobody knows whose clock is meant.
  const asked = problem === undefined && (search.building === undefined || !houses.isPending);
  const list = useQuery({
    ...availableOptions({
      startDate,
      endDate,
      buildingId: search.building,
      type: search.type?.toString(),
      search: search.search,
      numberOfPeople: search.people,
    }),
    enabled: asked,
  });
  const own = useQuery({ ...ownWithinOptions({ startDate, endDate }), enabled: asked }).data;
  const spaces = asked ? list.data : undefined;
  const kept = spaces?.some(({ reason }) => reason?.code === 'rule-who') ?? false;
  const rules = useQuery({ ...rulesOptions, enabled: kept }).data;

  const unordered = useMemo(
    () =>
      findRows({
        spaces: spaces ?? [],
        own: own ?? [],
        rules: rules ?? [],
        slot: { startDate, endDate },
        rangeOf: (booking) => timeRange(booking, booking.timeZone),
      }),
    [spaces, own, rules, startDate, endDate],
  );
  const { ordered: rows, nearTo } = useNearest(unordered, search.near);
  const shown = useMemo(
    () => (search.floor === undefined ? rows : rows.filter(({ space }) => space.floor.id === search.floor)),
    [rows, search.floor],
  );
  // The plan needs a building: that of the first free space where none is chosen.
  const house = search.building ?? rows[0]?.space.floor.building.id;
  const floors = useQuery({ ...floorsOptions(house ?? 0), enabled: house !== undefined }).data ?? [];
  return { now, zone, chosen, list, rows, shown, floors, buildings, types, building, house, nearTo };
}
